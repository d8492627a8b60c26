package onair.awslocal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import onair.awslocal.metrics.Metrics;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /_aws-local/metrics}: {@code {"metrics": [{"namespace", "name", "dimensions", "sum",
 * "samples"}]}}, everything counted since the start. Needs no signature.
 */
final class MetricsHandler extends Handler.Abstract.NonBlocking {

  private static final String PATH = "/_aws-local/metrics";
  private static final JsonMapper JSON = new JsonMapper();

  /** As it is written. */
  private record Metric(
      String namespace, String name, Map<String, String> dimensions, double sum, long samples) {

    static Metric of(Metrics.Reading reading) {
      Metrics.Counter counter = reading.counter();
      return new Metric(
          counter.namespace(),
          counter.name(),
          Map.of(counter.dimension(), counter.of()),
          reading.sum(),
          reading.samples());
    }
  }

  private record Body(List<Metric> metrics) {}

  private final Metrics metrics;

  MetricsHandler(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!PATH.equals(request.getHttpURI().getPath())) {
      return false;
    }
    Body body = new Body(metrics.read().stream().map(Metric::of).toList());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(JSON.writeValueAsBytes(body)), callback);
    return true;
  }
}
