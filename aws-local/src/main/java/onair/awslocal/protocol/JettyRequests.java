package onair.awslocal.protocol;

import java.io.IOException;
import java.io.InputStream;
import onair.awslocal.signature.SignableRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Jetty's requests as {@link WireRequest}s. */
final class JettyRequests {

  /** Most AWS JSON APIs take no more. */
  static final int MAX_BODY = 6 * 1024 * 1024;

  private static final long MAX_DRAINED = 32L * 1024 * 1024;

  /** Stands for a body that was too large to read. */
  static final byte[] TOO_LARGE = new byte[0];

  private JettyRequests() {}

  /** Throws {@link Refusal} when the request line is malformed. */
  static WireRequest read(Request request) throws IOException {
    SignableRequest signable = Signables.of(request);
    return new WireRequest(signable, WirePath.query(signable.query()), body(request));
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = request.getLength() > MAX_BODY ? TOO_LARGE : in.readNBytes(MAX_BODY + 1);
      if (body != TOO_LARGE && body.length <= MAX_BODY) {
        return body;
      }
      drain(in);
      return TOO_LARGE;
    }
  }

  /** Reads on for a while: who is still sending would not see the answer. */
  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = MAX_DRAINED;
    for (int count = 0; count >= 0 && left > 0; left -= count) {
      count = in.read(buffer);
    }
  }
}
