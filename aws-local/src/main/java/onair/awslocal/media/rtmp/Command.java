package onair.awslocal.media.rtmp;

import java.util.Arrays;
import java.util.List;

/**
 * A command message.
 *
 * @param stream message stream it was sent on
 * @param values name, transaction id, command object, arguments
 */
record Command(int stream, List<Amf> values) {

  private static final int MAX_NAME = 256;

  /** "@setDataFrame" as AMF0 writes it: marker, length, characters. */
  private static final int SET_DATA_FRAME_LENGTH = 3 + 13;

  static Command parse(RtmpMessage message, int offset) throws ProtocolViolation {
    return new Command(message.stream(), AmfReader.readAll(message.payload(), offset));
  }

  String name() throws ProtocolViolation {
    return text(0);
  }

  double transaction() throws ProtocolViolation {
    if (values.size() > 1 && values.get(1) instanceof Amf.Num(double id)) {
      return id;
    }
    throw new ProtocolViolation("command without transaction id");
  }

  /** The text at this place, short and printable, so that it is safe to log. */
  String text(int index) throws ProtocolViolation {
    if (values.size() > index && values.get(index) instanceof Amf.Text(String text)) {
      return checked(text);
    }
    throw new ProtocolViolation("command without a text at place " + index);
  }

  /** A text property of the command object. */
  String property(String key) throws ProtocolViolation {
    if (values.size() > 2
        && values.get(2) instanceof Amf.Properties(var properties)
        && properties.get(key) instanceof Amf.Text(String text)) {
      return checked(text);
    }
    throw new ProtocolViolation("command without property " + key);
  }

  private static String checked(String text) throws ProtocolViolation {
    if (text.length() > MAX_NAME || text.chars().anyMatch(Character::isISOControl)) {
      throw new ProtocolViolation("a name is too long or not printable");
    }
    return text;
  }

  /** Script data as a file holds it: "onMetaData" and its values, without the command before. */
  static byte[] withoutSetDataFrame(RtmpMessage message) throws ProtocolViolation {
    byte[] payload = message.payload();
    List<Amf> values = AmfReader.readAll(payload, 0);
    boolean wrapped =
        !values.isEmpty()
            && values.getFirst() instanceof Amf.Text(String name)
            && name.equals("@setDataFrame");
    return wrapped ? Arrays.copyOfRange(payload, SET_DATA_FRAME_LENGTH, payload.length) : payload;
  }
}
