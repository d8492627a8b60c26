package onair.awslocal.media.rtmp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/** The publisher's side, as polite or as rude as a test wants. */
final class RtmpClient implements Closeable {

  final Socket socket;
  final DataOutputStream out;
  private final ChunkReader reader;

  /** Connects and shakes hands. */
  RtmpClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(15_000);
    out = new DataOutputStream(socket.getOutputStream());
    DataInputStream in = new DataInputStream(socket.getInputStream());
    out.write(3);
    out.write(new byte[1536]);
    in.readFully(new byte[1 + 1536 + 1536]);
    out.write(new byte[1536]);
    reader = new ChunkReader(in, ChunkReader.MAX_MESSAGE);
  }

  void connect(String app) throws IOException {
    command(
        new Amf.Text("connect"),
        new Amf.Num(1),
        new Amf.Properties(Map.of("app", new Amf.Text(app))));
  }

  void publish(String name) throws IOException {
    command(
        new Amf.Text("publish"),
        new Amf.Num(5),
        Amf.NOTHING,
        new Amf.Text(name),
        new Amf.Text("live"));
  }

  void command(Amf... values) throws IOException {
    message(RtmpMessage.COMMAND, AmfWriter.write(values));
  }

  /** One message in chunks of 128 bytes. */
  void message(int type, byte[] payload) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream chunks = new DataOutputStream(bytes);
    chunks.write(new byte[] {3, 0, 0, 0, (byte) (payload.length >> 16)});
    chunks.writeShort(payload.length);
    chunks.writeByte(type);
    chunks.writeInt(Integer.reverseBytes(1));
    for (int offset = 0; offset < payload.length; offset += 128) {
      if (offset > 0) {
        chunks.writeByte(0xC3);
      }
      chunks.write(payload, offset, Math.min(128, payload.length - offset));
    }
    out.write(bytes.toByteArray());
  }

  /** The next message of this type. */
  RtmpMessage await(int type) throws IOException {
    while (true) {
      RtmpMessage message = reader.read();
      if (message.type() == type) {
        return message;
      }
    }
  }

  /** The code of the next onStatus. */
  String awaitStatus() throws IOException {
    while (true) {
      List<Amf> values = AmfReader.readAll(await(RtmpMessage.COMMAND).payload(), 0);
      if (values.getFirst().equals(new Amf.Text("onStatus"))
          && values.getLast() instanceof Amf.Properties(var information)
          && information.get("code") instanceof Amf.Text(String code)) {
        return code;
      }
    }
  }

  /** Returns when the server has closed the connection. */
  void awaitEnd() throws IOException {
    try {
      while (true) {
        reader.read();
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new AssertionError("the connection is still open", e);
    } catch (IOException e) {
      return; // closed or reset
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
