package onair.awslocal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.HotSwapHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Where the requests of one port come in, whoever answers them: those that come while nobody does
 * wait until somebody does.
 */
final class Entrance extends HotSwapHandler {

  /** Longer than any exchange takes. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private volatile CountDownLatch open = new CountDownLatch(1);

  /** Nobody comes in from now on; who is in goes on. */
  void shut() {
    open = new CountDownLatch(1);
  }

  /** Who waits and who comes from now on is answered by this handler. */
  void open(Handler handler) {
    setHandler(handler);
    open.countDown();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
