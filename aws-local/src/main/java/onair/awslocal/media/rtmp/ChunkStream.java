package onair.awslocal.media.rtmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/** The message being received on one chunk stream, and the header fields it leaves to the next. */
final class ChunkStream {

  /** Memory is taken as bytes arrive, not as a header announces them. */
  private static final int FIRST_ALLOCATION = 8192;

  /** The timestamp field as last received: a time after format 0, else a difference. */
  long field;

  boolean extended;
  long timestamp;
  int length;
  int type;
  int streamId;
  int received;
  private byte[] buffer = new byte[0];

  void begin(int messageLength) {
    length = messageLength;
    received = 0;
    buffer = new byte[Math.min(messageLength, FIRST_ALLOCATION)];
  }

  void receive(DataInputStream in, int count) throws IOException {
    int end = received + count;
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(length, Math.max(end, 2 * buffer.length)));
    }
    in.readFully(buffer, received, count);
    received = end;
  }

  /** The complete message; the next one of the same length may follow without a header. */
  RtmpMessage finish() {
    RtmpMessage message = new RtmpMessage(type, streamId, timestamp & 0xFFFFFFFFL, buffer);
    begin(length);
    return message;
  }
}
