package onair.awslocal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Requests that name an origin's host come straight from somebody who knows its address, past the
 * CDN. They are anonymous, whatever they carry, and the origin decides.
 */
final class OriginHostHandler extends Handler.Abstract {

  /** Longer than what any origin takes. */
  private static final int MAX_BODY = 256 * 1024;

  private final OriginDirectory origins;

  OriginHostHandler(OriginDirectory origins) {
    this.origins = origins;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (host == null || !origins.serves(host)) {
      return false;
    }
    if (request.getLength() > MAX_BODY) {
      Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
      return true;
    }
    OriginResponse answer =
        origins.fetch(host, anonymous(request).with(headers(request), body(request)));
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
    long seconds = answer.maxAge().toSeconds();
    response
        .getHeaders()
        .put(HttpHeader.CACHE_CONTROL, seconds > 0 ? "max-age=" + seconds : "no-store");
    if (answer.contentRange() != null) {
      response.getHeaders().put(HttpHeader.CONTENT_RANGE, answer.contentRange());
    }
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private static OriginRequest anonymous(Request request) {
    Map<String, String> query = new HashMap<>();
    Request.extractQueryParameters(request)
        .forEach(field -> query.putIfAbsent(field.getName(), field.getValue()));
    String path = request.getHttpURI().getCanonicalPath();
    return OriginRequest.anonymous(request.getMethod(), path == null ? "/" : path, query);
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(field -> headers.putIfAbsent(field.getLowerCaseName(), field.getValue()));
    return headers;
  }

  /** At most {@link #MAX_BODY}; what is longer is cut, and then is no JSON. */
  private static byte[] body(Request request) {
    try (InputStream in = Content.Source.asInputStream(request)) {
      return in.readNBytes(MAX_BODY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
