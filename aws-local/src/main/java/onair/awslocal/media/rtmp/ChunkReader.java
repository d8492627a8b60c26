package onair.awslocal.media.rtmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts chunks together to messages. Handles the two messages that are about chunks itself. The peer
 * cannot make it hold more than {@link #MAX_MESSAGE} bytes of unfinished messages in all.
 */
final class ChunkReader {

  static final int MAX_MESSAGE = 16 << 20;
  static final int MAX_STREAMS = 64;
  private static final int EXTENDED = 0xFFFFFF;

  private final DataInputStream in;
  private final Map<Integer, ChunkStream> streams = new HashMap<>();
  private int chunkSize = 128;
  private int maxMessage;
  private int unfinished;

  /**
   * @param maxMessage largest message for now
   */
  ChunkReader(InputStream in, int maxMessage) {
    this.in = new DataInputStream(in);
    this.maxMessage = maxMessage;
  }

  /** What a peer may send depends on how far it has proved to be a publisher. */
  void maxMessage(int bytes) {
    maxMessage = bytes;
  }

  /** Blocks until a message is complete. */
  RtmpMessage read() throws IOException {
    while (true) {
      RtmpMessage message = readChunk();
      if (message == null) {
        continue;
      }
      switch (message.type()) {
        case RtmpMessage.SET_CHUNK_SIZE -> setChunkSize(firstInt(message));
        case RtmpMessage.ABORT -> abort(firstInt(message));
        default -> {
          return message;
        }
      }
    }
  }

  private void setChunkSize(int size) throws ProtocolViolation {
    if (size < 1 || size > MAX_MESSAGE) {
      throw new ProtocolViolation("chunk size " + size);
    }
    chunkSize = size;
  }

  private void abort(int id) {
    ChunkStream stream = streams.get(id);
    if (stream != null) {
      unfinished -= stream.received;
      stream.begin(0);
    }
  }

  static int firstInt(RtmpMessage message) throws ProtocolViolation {
    if (message.payload().length < 4) {
      throw new ProtocolViolation(
          "control message of %d bytes".formatted(message.payload().length));
    }
    return ByteBuffer.wrap(message.payload()).getInt();
  }

  private @Nullable RtmpMessage readChunk() throws IOException {
    int basic = in.readUnsignedByte();
    int format = basic >> 6;
    ChunkStream stream = stream(chunkStreamId(basic & 0x3F), format);
    readHeader(stream, format);
    int part = Math.min(chunkSize, stream.length - stream.received);
    unfinished += part;
    if (unfinished > MAX_MESSAGE) {
      throw new ProtocolViolation(
          "more than %d bytes of unfinished messages".formatted(MAX_MESSAGE));
    }
    stream.receive(in, part);
    if (stream.received < stream.length) {
      return null;
    }
    unfinished -= stream.length;
    return stream.finish();
  }

  private int chunkStreamId(int low) throws IOException {
    return switch (low) {
      case 0 -> 64 + in.readUnsignedByte();
      case 1 -> 64 + in.readUnsignedByte() + (in.readUnsignedByte() << 8);
      default -> low;
    };
  }

  private ChunkStream stream(int id, int format) throws ProtocolViolation {
    ChunkStream known = streams.get(id);
    if (known != null) {
      return known;
    }
    if (format != 0 && format != 1) {
      throw new ProtocolViolation("chunk stream %d begins without a message header".formatted(id));
    }
    if (streams.size() == MAX_STREAMS) {
      throw new ProtocolViolation("more than %d chunk streams".formatted(MAX_STREAMS));
    }
    ChunkStream fresh = new ChunkStream();
    streams.put(id, fresh);
    return fresh;
  }

  /** Formats 0 to 3 leave out more and more of the header: what is missing is as before. */
  private void readHeader(ChunkStream stream, int format) throws IOException {
    if (format == 3) {
      long field = stream.extended ? Integer.toUnsignedLong(in.readInt()) : stream.field;
      if (stream.received == 0) {
        stream.field = field;
        stream.timestamp += field;
      }
      return;
    }
    if (stream.received > 0) {
      throw new ProtocolViolation("new message inside another");
    }
    long field = readMedium();
    int length = format < 2 ? readMedium() : stream.length;
    stream.type = format < 2 ? in.readUnsignedByte() : stream.type;
    stream.streamId = format == 0 ? Integer.reverseBytes(in.readInt()) : stream.streamId;
    stream.extended = field == EXTENDED;
    stream.field = stream.extended ? Integer.toUnsignedLong(in.readInt()) : field;
    stream.timestamp = format == 0 ? stream.field : stream.timestamp + stream.field;
    if (length > maxMessage) {
      throw new ProtocolViolation("message of %d bytes, %d allowed".formatted(length, maxMessage));
    }
    stream.begin(length);
  }

  private int readMedium() throws IOException {
    return (in.readUnsignedByte() << 16) | in.readUnsignedShort();
  }
}
