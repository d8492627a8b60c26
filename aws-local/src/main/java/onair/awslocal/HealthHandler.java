package onair.awslocal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code GET /_aws-local/health}: 200 when everything listens, else 503. Needs no signature. */
final class HealthHandler extends Handler.Abstract.NonBlocking {

  private static final String PATH = "/_aws-local/health";

  private final BooleanSupplier listening;

  HealthHandler(BooleanSupplier listening) {
    this.listening = listening;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!PATH.equals(request.getHttpURI().getPath())) {
      return false;
    }
    boolean up = listening.getAsBoolean();
    response.setStatus(up ? 200 : 503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    String body = up ? "{\"status\":\"up\"}" : "{\"status\":\"starting\"}";
    response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }
}
