package onair.awslocal.mediatailor.hls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code splice_info_section} (SCTE 35), read as far as ad decision servers are told of it:
 * {@code splice_insert}, and the first segmentation descriptor of a {@code time_signal}.
 *
 * @param variables by MediaTailor's name, such as {@code scte.event_id}; empty without a message
 * @param duration of the break; null when the message says none
 */
public record Splice(Map<String, String> variables, @Nullable Duration duration) {

  /** No message, or one that could not be read. */
  public static final Splice NONE = new Splice(Map.of(), null);

  private static final int TABLE_ID = 0xFC;
  private static final int SPLICE_INSERT = 5;
  private static final int TIME_SIGNAL = 6;
  private static final int SEGMENTATION = 2;
  private static final int CLOCK = 90_000;
  private static final int COMMAND_AT = 13;
  private static final long LOW_33_BITS = 0x1_FFFF_FFFFL;

  public Splice {
    variables = Map.copyOf(variables);
  }

  /**
   * @param text hexadecimal after {@code 0x}, as in DATERANGE, or base64
   */
  static Splice parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    try {
      String value = text.strip();
      byte[] bytes =
          value.startsWith("0x") || value.startsWith("0X")
              ? HexFormat.of().parseHex(value.substring(2))
              : Base64.getDecoder().decode(value);
      return section(ByteBuffer.wrap(bytes));
    } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
      return NONE;
    }
  }

  private static Splice section(ByteBuffer section) {
    if (Byte.toUnsignedInt(section.get(0)) != TABLE_ID) {
      return NONE;
    }
    int command = Byte.toUnsignedInt(section.get(COMMAND_AT));
    ByteBuffer body = section.position(COMMAND_AT + 1).slice();
    return switch (command) {
      case SPLICE_INSERT -> insert(body);
      case TIME_SIGNAL -> timeSignal(body);
      default -> NONE;
    };
  }

  private static Splice insert(ByteBuffer body) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("scte.event_id", Long.toString(Integer.toUnsignedLong(body.getInt())));
    boolean cancelled = (body.get() & 0x80) != 0;
    if (cancelled) {
      return new Splice(variables, null);
    }
    int flags = body.get();
    boolean programSplice = (flags & 0x40) != 0;
    boolean hasDuration = (flags & 0x20) != 0;
    boolean immediate = (flags & 0x10) != 0;
    if (programSplice && !immediate) {
      spliceTime(body);
    } else if (!programSplice) {
      int components = Byte.toUnsignedInt(body.get());
      for (int i = 0; i < components; i++) {
        body.get();
        if (!immediate) {
          spliceTime(body);
        }
      }
    }
    Duration duration = hasDuration ? ticks(fortyBits(body) & LOW_33_BITS) : null;
    variables.put("scte.unique_program_id", Integer.toString(Short.toUnsignedInt(body.getShort())));
    variables.put("scte.avail_num", Integer.toString(Byte.toUnsignedInt(body.get())));
    variables.put("scte.avails_expected", Integer.toString(Byte.toUnsignedInt(body.get())));
    return new Splice(variables, duration);
  }

  private static Splice timeSignal(ByteBuffer body) {
    spliceTime(body);
    int end = Short.toUnsignedInt(body.getShort()) + body.position();
    while (body.position() + 2 <= end) {
      int tag = Byte.toUnsignedInt(body.get());
      int next = Byte.toUnsignedInt(body.get()) + body.position();
      if (tag == SEGMENTATION) {
        return segmentation(body);
      }
      body.position(next);
    }
    return NONE;
  }

  private static Splice segmentation(ByteBuffer body) {
    body.getInt(); // CUEI
    Map<String, String> variables = new LinkedHashMap<>();
    String event = Long.toString(Integer.toUnsignedLong(body.getInt()));
    variables.put("scte.event_id", event);
    variables.put("scte.segmentation_event_id", event);
    if ((body.get() & 0x80) != 0) {
      return new Splice(variables, null);
    }
    int flags = body.get();
    boolean programSegmentation = (flags & 0x80) != 0;
    boolean hasDuration = (flags & 0x40) != 0;
    if (!programSegmentation) {
      body.position(body.position() + 6 * Byte.toUnsignedInt(body.get()));
    }
    Duration duration = hasDuration ? ticks(fortyBits(body)) : null;
    variables.put("scte.segmentation_upid_type", Integer.toString(Byte.toUnsignedInt(body.get())));
    byte[] upid = new byte[Byte.toUnsignedInt(body.get())];
    body.get(upid);
    variables.put("scte.segmentation_upid", HexFormat.of().formatHex(upid));
    variables.put("scte.segmentation_type_id", Integer.toString(Byte.toUnsignedInt(body.get())));
    variables.put("scte.segment_num", Integer.toString(Byte.toUnsignedInt(body.get())));
    variables.put("scte.segments_expected", Integer.toString(Byte.toUnsignedInt(body.get())));
    return new Splice(variables, duration);
  }

  private static void spliceTime(ByteBuffer body) {
    if ((body.get() & 0x80) != 0) {
      body.getInt();
    }
  }

  private static long fortyBits(ByteBuffer body) {
    return Byte.toUnsignedLong(body.get()) << 32 | Integer.toUnsignedLong(body.getInt());
  }

  private static Duration ticks(long ticks) {
    return Duration.ofSeconds(ticks / CLOCK, ticks % CLOCK * 1_000_000_000L / CLOCK);
  }
}
