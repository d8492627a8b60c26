package onair.awslocal.media.rtmp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A socket's input that does not wait for ever: each read has a limit, and until the peer has done
 * what it came for all reads together have one, so that trickling bytes holds no connection open.
 */
final class PatientInput extends FilterInputStream {

  private final Socket socket;
  private final Duration silence;
  private long deadline;
  private boolean hasDeadline;
  private long received;

  PatientInput(Socket socket, Duration silence) throws IOException {
    super(socket.getInputStream());
    this.socket = socket;
    this.silence = silence;
  }

  /** From now on all reads end within this time. */
  void deadlineIn(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
    hasDeadline = true;
  }

  void noDeadline() {
    hasDeadline = false;
  }

  /** Bytes read so far. */
  long received() {
    return received;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    long wait = silence.toMillis();
    if (hasDeadline) {
      wait = Math.min(wait, (deadline - System.nanoTime()) / 1_000_000);
    }
    if (wait <= 0) {
      throw new ProtocolViolation("took too long");
    }
    socket.setSoTimeout((int) wait);
    try {
      int count = super.read(bytes, offset, length);
      received += Math.max(count, 0);
      return count;
    } catch (SocketTimeoutException e) {
      throw new ProtocolViolation("silent for %d ms".formatted(wait));
    }
  }
}
