package onair.awslocal.media.rtmp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads AMF0 values off one message, whose depth and number of values are limited. */
final class AmfReader {

  private static final int MAX_DEPTH = 8;
  private static final int MAX_VALUES = 4096;
  private static final int OBJECT_END = 9;

  private final ByteBuffer in;
  private int values;

  private AmfReader(ByteBuffer in) {
    this.in = in;
  }

  /** All values of the payload from this offset on. */
  static List<Amf> readAll(byte[] payload, int offset) throws ProtocolViolation {
    try {
      ByteBuffer in = ByteBuffer.wrap(payload).position(offset);
      AmfReader reader = new AmfReader(in);
      List<Amf> all = new ArrayList<>();
      while (in.hasRemaining()) {
        all.add(reader.value(0));
      }
      return all;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new ProtocolViolation("AMF value is cut short");
    }
  }

  private Amf value(int depth) throws ProtocolViolation {
    if (depth > MAX_DEPTH) {
      throw new ProtocolViolation("AMF values nested deeper than " + MAX_DEPTH);
    }
    if (++values > MAX_VALUES) {
      throw new ProtocolViolation("more than %d AMF values".formatted(MAX_VALUES));
    }
    int marker = in.get();
    return switch (marker) {
      case 0 -> new Amf.Num(in.getDouble());
      case 1 -> new Amf.Flag(in.get() != 0);
      case 2 -> new Amf.Text(text(Short.toUnsignedInt(in.getShort())));
      case 3 -> properties(depth);
      case 5, 6 -> Amf.NOTHING;
      case 8 -> {
        in.getInt(); // announced number of properties; the end marker decides
        yield properties(depth);
      }
      case 10 -> items(depth);
      case 11 -> {
        Amf.Num date = new Amf.Num(in.getDouble());
        in.getShort(); // time zone, reserved
        yield date;
      }
      case 12 -> new Amf.Text(text(in.getInt()));
      default -> throw new ProtocolViolation("AMF marker " + marker);
    };
  }

  private Amf properties(int depth) throws ProtocolViolation {
    Map<String, Amf> properties = new LinkedHashMap<>();
    while (true) {
      String name = text(Short.toUnsignedInt(in.getShort()));
      if (name.isEmpty() && in.get(in.position()) == OBJECT_END) {
        in.get();
        return new Amf.Properties(properties);
      }
      properties.put(name, value(depth + 1));
    }
  }

  private Amf items(int depth) throws ProtocolViolation {
    int count = in.getInt();
    List<Amf> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(value(depth + 1));
    }
    return new Amf.Items(items);
  }

  private String text(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
