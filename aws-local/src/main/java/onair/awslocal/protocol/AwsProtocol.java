package onair.awslocal.protocol;

import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers AWS API calls with the given backends. */
public final class AwsProtocol extends Handler.Abstract {

  private final List<Backend> backends;

  /** Two backends may not share a signing name. */
  public AwsProtocol(List<Backend> backends) {
    this.backends = List.copyOf(backends);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.setStatus(backends.isEmpty() ? 404 : 501);
    callback.succeeded();
    return true;
  }
}
