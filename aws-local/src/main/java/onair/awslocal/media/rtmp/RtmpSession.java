package onair.awslocal.media.rtmp;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import onair.awslocal.media.IngestPoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection from handshake to goodbye; runs on its own virtual thread. */
final class RtmpSession implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(RtmpSession.class);

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration TIME_TO_PUBLISH = Duration.ofSeconds(10);
  private static final Duration TIME_TO_READ_REFUSAL = Duration.ofSeconds(2);

  /** Enough for connect with everything encoders put in it. */
  private static final int MAX_MESSAGE_BEFORE_PUBLISH = 64 << 10;

  private static final int ACKNOWLEDGE_AT_LEAST_EVERY = 1_000_000;
  private static final int PING_REQUEST = 6;
  private static final int PUBLISH_STREAM = 1;

  private final Socket socket;
  private final Supplier<Ingests> ingests;
  private final String peer;
  private final PatientInput patient;
  private final MessageWriter writer;
  private final ChunkReader reader;
  private final BufferedInputStream in;
  private long acknowledged;
  private @Nullable String app;
  private Ingest.@Nullable Publication publication;

  RtmpSession(Socket socket, Supplier<Ingests> ingests) throws IOException {
    this.socket = socket;
    this.ingests = ingests;
    this.peer = String.valueOf(socket.getRemoteSocketAddress());
    this.patient = new PatientInput(socket, SILENCE);
    this.in = new BufferedInputStream(patient, 32 << 10);
    this.writer = new MessageWriter(socket.getOutputStream());
    this.reader = new ChunkReader(in, MAX_MESSAGE_BEFORE_PUBLISH);
  }

  @Override
  public void run() {
    try (socket) {
      patient.deadlineIn(TIME_TO_PUBLISH);
      Handshake.accept(in, socket.getOutputStream());
      while (handle(reader.read())) {
        acknowledge();
      }
    } catch (ProtocolViolation e) {
      LOG.warn("RTMP connection from {} dropped: {}", peer, e.getMessage());
    } catch (EOFException | SocketException e) {
      LOG.info("RTMP connection from {} closed", peer);
    } catch (IOException e) {
      LOG.warn("RTMP connection from {} failed", peer, e);
    } catch (RuntimeException e) {
      LOG.error("RTMP connection from {} met a defect of the server", peer, e);
    } finally {
      unpublish();
    }
  }

  /** Ends the connection from another thread. */
  void disconnect() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("Closing the connection from {}", peer, e); // it is unusable either way
    }
  }

  private void acknowledge() throws IOException {
    if (patient.received() - acknowledged >= ACKNOWLEDGE_AT_LEAST_EVERY) {
      acknowledged = patient.received();
      writer.acknowledge(acknowledged);
    }
  }

  /** False when the conversation is over. */
  private boolean handle(RtmpMessage message) throws IOException {
    switch (message.type()) {
      case RtmpMessage.COMMAND -> {
        return command(Command.parse(message, 0));
      }
      case RtmpMessage.COMMAND_AMF3 -> {
        return command(Command.parse(message, 1)); // AMF0 after one byte, in practice
      }
      case RtmpMessage.AUDIO -> frame(FlvTag.Kind.AUDIO, message.timestamp(), message.payload());
      case RtmpMessage.VIDEO -> frame(FlvTag.Kind.VIDEO, message.timestamp(), message.payload());
      case RtmpMessage.DATA ->
          frame(FlvTag.Kind.SCRIPT, message.timestamp(), Command.withoutSetDataFrame(message));
      case RtmpMessage.AGGREGATE -> throw new ProtocolViolation("aggregate messages are not read");
      case RtmpMessage.USER_CONTROL -> userControl(message);
      default -> {} // acknowledgements and window sizes need no answer
    }
    return true;
  }

  private void frame(FlvTag.Kind kind, long timestamp, byte[] payload) throws ProtocolViolation {
    if (publication == null || payload.length == 0) {
      return;
    }
    if (!new FlvTag(kind, timestamp, payload).isSupported()) {
      throw new ProtocolViolation(
          "%s codec 0x%02x; only H.264 and AAC are taken".formatted(kind, payload[0]));
    }
    publication.frame(kind, timestamp, payload);
  }

  private void userControl(RtmpMessage message) throws IOException {
    byte[] payload = message.payload();
    if (payload.length >= 6 && payload[0] == 0 && payload[1] == PING_REQUEST) {
      writer.pong(ByteBuffer.wrap(payload).getInt(2));
    }
  }

  private boolean command(Command command) throws IOException {
    switch (command.name()) {
      case "connect" -> connect(command);
      case "createStream" ->
          writer.result(command.transaction(), Amf.NOTHING, new Amf.Num(PUBLISH_STREAM));
      case "releaseStream", "FCPublish" ->
          writer.result(command.transaction(), Amf.NOTHING, Amf.NOTHING);
      case "publish" -> {
        return publish(command.stream(), command.text(3));
      }
      case "FCUnpublish", "deleteStream", "closeStream" -> unpublish();
      case "play", "play2" ->
          throw new ProtocolViolation("wants to play; this port takes publishers");
      default -> {} // what encoders ask beyond this does not need an answer
    }
    return true;
  }

  private void connect(Command command) throws IOException {
    app = withoutQuery(command.property("app"));
    writer.introduce();
    writer.result(
        command.transaction(),
        new Amf.Properties(Map.of("fmsVer", new Amf.Text("FMS/3,5,7,7009"))),
        MessageWriter.information("status", "NetConnection.Connect.Success", "Connected."));
  }

  private boolean publish(int stream, String name) throws IOException {
    if (app == null || publication != null) {
      throw new ProtocolViolation("publish out of order");
    }
    IngestPoint point = new IngestPoint(app, withoutQuery(name));
    try {
      publication = ingests.get().publish(point, this::disconnect);
    } catch (PublishRefused e) {
      LOG.warn("RTMP publisher {} refused at {}: {}", peer, point, e.reason());
      writer.status(stream, "error", "NetStream.Publish.BadName", e.reason());
      sayGoodbye();
      return false;
    }
    LOG.info("RTMP publisher {} at {}", peer, point);
    patient.noDeadline();
    reader.maxMessage(ChunkReader.MAX_MESSAGE);
    writer.status(stream, "status", "NetStream.Publish.Start", "Publishing.");
    return true;
  }

  /** Closing with bytes unread would reset the connection before the peer has read the refusal. */
  private void sayGoodbye() throws IOException {
    socket.shutdownOutput();
    patient.deadlineIn(TIME_TO_READ_REFUSAL);
    in.transferTo(OutputStream.nullOutputStream());
  }

  private void unpublish() {
    if (publication != null) {
      publication.end();
      publication = null;
    }
  }

  private static String withoutQuery(String name) {
    int query = name.indexOf('?');
    return query < 0 ? name : name.substring(0, query);
  }
}
