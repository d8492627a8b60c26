package onair.awslocal.media.packager;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;

/**
 * Writes the binary {@code splice_info_section} of a break's begin or end: a splice_insert, or a
 * time_signal with one segmentation descriptor. Source: ANSI/SCTE 35 2023r1, tables 5, 10, 11, 14,
 * 15 and 20; CRC-32 of ISO/IEC 13818-1 annex A.
 */
final class SpliceInfo {

  private static final int MOST_BYTES = 128;
  private static final int TABLE_ID = 0xFC;
  private static final int NO_SAP_TYPE = 0x3000;
  private static final int ALL_TIERS = 0xFFF;
  private static final int SPLICE_INSERT = 0x05;
  private static final int TIME_SIGNAL = 0x06;
  private static final int SEGMENTATION_DESCRIPTOR = 0x02;
  private static final int CUEI = 0x43554549;
  private static final int CRC_POLYNOMIAL = 0x04C11DB7;
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final long TICKS_PER_SECOND = 90_000;
  private static final long TICKS_PER_MILLI = 90;

  private SpliceInfo() {}

  static byte[] of(Cue cue) {
    Avail avail = cue.avail();
    return switch (cue) {
      case Cue.Out _ -> section(avail, true, avail.pts());
      case Cue.In in -> section(avail, false, in.pts());
    };
  }

  /** As HLS attributes have it: {@code 0x} and upper case hexadecimal. */
  static String hex(Cue cue) {
    return "0x" + HexFormat.of().withUpperCase().formatHex(of(cue));
  }

  static String base64(Cue cue) {
    return Base64.getEncoder().encodeToString(of(cue));
  }

  /** 90 kHz ticks. */
  static long ticks(Duration duration) {
    return duration.toSeconds() * TICKS_PER_SECOND
        + duration.getNano() / NANOS_PER_MILLI * TICKS_PER_MILLI;
  }

  private static byte[] section(Avail avail, boolean out, long pts) {
    boolean insert = avail.message() == Splice.Message.SPLICE_INSERT;
    byte[] command = insert ? spliceInsert(avail, out, pts) : spliceTime(pts);
    byte[] descriptors = insert ? new byte[0] : segmentation(avail, out);
    ByteBuffer section = ByteBuffer.allocate(MOST_BYTES);
    section.put((byte) TABLE_ID);
    // Behind the length: 11 bytes of header, the command, the descriptors' length, and the CRC.
    int length = 11 + command.length + 2 + descriptors.length + 4;
    section.putShort((short) (NO_SAP_TYPE | length));
    section.put((byte) 0); // protocol_version
    section.put((byte) 0).putInt(0); // not encrypted, pts_adjustment 0
    section.put((byte) 0); // cw_index
    section.putShort((short) (ALL_TIERS << 4 | command.length >> 8));
    section.put((byte) command.length);
    section.put((byte) (insert ? SPLICE_INSERT : TIME_SIGNAL));
    section.put(command);
    section.putShort((short) descriptors.length).put(descriptors);
    section.putInt(crc(section.array(), section.position()));
    return Arrays.copyOf(section.array(), section.position());
  }

  private static byte[] spliceInsert(Avail avail, boolean out, long pts) {
    Duration duration = out ? avail.planned() : null;
    ByteBuffer command = ByteBuffer.allocate(MOST_BYTES);
    command.putInt((int) avail.eventId());
    command.put((byte) 0x7F); // not cancelled
    // out_of_network, program_splice, duration, not immediate; the rest is reserved.
    command.put((byte) ((out ? 0x80 : 0) | 0x40 | (duration != null ? 0x20 : 0) | 0x0F));
    command.put(spliceTime(pts));
    if (duration != null) {
      put33(command, 0xFE, ticks(duration)); // returns by itself
    }
    command.putShort((short) 1); // unique_program_id
    command.put((byte) 0).put((byte) 0); // avail_num, avails_expected
    return Arrays.copyOf(command.array(), command.position());
  }

  private static byte[] spliceTime(long pts) {
    ByteBuffer time = ByteBuffer.allocate(5);
    put33(time, 0xFE, pts);
    return time.array();
  }

  /** Seven flags and 33 bits. */
  private static void put33(ByteBuffer to, int flags, long value) {
    to.put((byte) (flags | (int) (value >> 32 & 1))).putInt((int) value);
  }

  private static byte[] segmentation(Avail avail, boolean out) {
    @Nullable Duration duration = out ? avail.planned() : null;
    ByteBuffer body = ByteBuffer.allocate(MOST_BYTES);
    body.putInt(CUEI).putInt((int) avail.eventId());
    body.put((byte) 0x7F); // not cancelled
    // The whole programme, delivery not restricted; the rest is reserved.
    body.put((byte) (0x80 | (duration != null ? 0x40 : 0) | 0x3F));
    if (duration != null) {
      long ticks = ticks(duration);
      body.put((byte) (ticks >> 32)).putInt((int) ticks);
    }
    body.put((byte) 0).put((byte) 0); // no UPID
    body.put((byte) (avail.message().startType() + (out ? 0 : 1)));
    body.put((byte) 1).put((byte) 1); // segment 1 of 1
    return ByteBuffer.allocate(2 + body.position())
        .put((byte) SEGMENTATION_DESCRIPTOR)
        .put((byte) body.position())
        .put(body.array(), 0, body.position())
        .array();
  }

  static int crc(byte[] bytes, int length) {
    int crc = -1;
    for (int i = 0; i < length; i++) {
      crc ^= bytes[i] << 24;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = crc < 0 ? crc << 1 ^ CRC_POLYNOMIAL : crc << 1;
      }
    }
    return crc;
  }
}
