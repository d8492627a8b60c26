package onair.awslocal.media.rtmp;

import java.io.IOException;

/** The peer sent what no publisher sends; the connection ends. The message is safe to log. */
final class ProtocolViolation extends IOException {

  private static final long serialVersionUID = 1L;

  ProtocolViolation(String message) {
    super(message);
  }
}
