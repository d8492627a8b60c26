package onair.awslocal;

import java.util.Map;
import java.util.function.BooleanSupplier;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.Endpoint;

/** {@code GET /_aws-local/health}: 200 when everything listens, else 503; for anyone. */
final class HealthEndpoint {

  private HealthEndpoint() {}

  static Endpoint of(BooleanSupplier listening) {
    return new Endpoint(
        "GET",
        "/health",
        "says whether everything listens",
        true,
        request ->
            listening.getAsBoolean()
                ? ControlAnswer.ok(Map.of("status", "up"))
                : new ControlAnswer(503, Map.of("status", "starting")));
  }
}
