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

  /** Stands for a body that was too large to read. */
  static final byte[] TOO_LARGE = new byte[0];

  private JettyRequests() {}

  /** Throws {@link Refusal} when the request line is malformed. */
  static WireRequest read(Request request) throws IOException {
    SignableRequest signable = Signables.of(request);
    return new WireRequest(signable, WirePath.query(signable.query()), body(request));
  }

  private static byte[] body(Request request) throws IOException {
    if (request.getLength() > MAX_BODY) {
      return TOO_LARGE;
    }
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY + 1);
      return body.length > MAX_BODY ? TOO_LARGE : body;
    }
  }
}
