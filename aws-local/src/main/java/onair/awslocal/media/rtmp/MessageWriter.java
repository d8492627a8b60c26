package onair.awslocal.media.rtmp;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** The server's half of the conversation. Each message is one chunk, and is sent at once. */
final class MessageWriter {

  private static final int CONTROL_STREAM = 2;
  private static final int COMMAND_STREAM = 3;

  /** Larger than any message of ours, so none is split. */
  private static final int CHUNK_SIZE = 4096;

  private static final int WINDOW = 2_500_000;
  private static final int DYNAMIC_LIMIT = 2;
  private static final int PING_RESPONSE = 7;

  private final DataOutputStream out;

  MessageWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out));
  }

  /** What a server says before it accepts a connection. */
  void introduce() throws IOException {
    control(RtmpMessage.WINDOW_ACKNOWLEDGEMENT_SIZE, ints(WINDOW));
    byte[] bandwidth = ByteBuffer.allocate(5).putInt(WINDOW).put((byte) DYNAMIC_LIMIT).array();
    control(RtmpMessage.SET_PEER_BANDWIDTH, bandwidth);
    control(RtmpMessage.SET_CHUNK_SIZE, ints(CHUNK_SIZE));
  }

  void acknowledge(long received) throws IOException {
    control(RtmpMessage.ACKNOWLEDGEMENT, ints((int) received));
  }

  void pong(int pingTimestamp) throws IOException {
    byte[] pong =
        ByteBuffer.allocate(6).putShort((short) PING_RESPONSE).putInt(pingTimestamp).array();
    control(RtmpMessage.USER_CONTROL, pong);
  }

  void result(double transaction, Amf first, Amf second) throws IOException {
    command(0, new Amf.Text("_result"), new Amf.Num(transaction), first, second);
  }

  /** What has become of a publish command. */
  void status(int stream, String level, String code, String description) throws IOException {
    command(
        stream,
        new Amf.Text("onStatus"),
        new Amf.Num(0),
        Amf.NOTHING,
        information(level, code, description));
  }

  static Amf.Properties information(String level, String code, String description) {
    return new Amf.Properties(
        Map.of(
            "level", new Amf.Text(level),
            "code", new Amf.Text(code),
            "description", new Amf.Text(description)));
  }

  private void command(int stream, Amf... values) throws IOException {
    send(COMMAND_STREAM, RtmpMessage.COMMAND, stream, AmfWriter.write(values));
  }

  private void control(int type, byte[] payload) throws IOException {
    send(CONTROL_STREAM, type, 0, payload);
  }

  private void send(int chunkStream, int type, int stream, byte[] payload) throws IOException {
    out.writeByte(chunkStream); // format 0: a full header
    out.writeByte(0); // timestamp, 24 bits
    out.writeShort(0);
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeInt(Integer.reverseBytes(stream));
    out.write(payload);
    out.flush();
  }

  private static byte[] ints(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
