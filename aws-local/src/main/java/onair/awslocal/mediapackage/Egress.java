package onair.awslocal.mediapackage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.metrics.EgressMeter;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackage.model.Origination;

/**
 * What an account's host answers: {@code /out/v1/<key>/<file>}. Everybody may read who knows the
 * address, unless the endpoint denies origination.
 */
final class Egress {

  private static final int HTTP_FORBIDDEN = 403;
  private static final int HTTP_NOT_FOUND = 404;
  private static final int HTTP_METHOD_NOT_ALLOWED = 405;
  private static final int HTTP_NOT_IMPLEMENTED = 501;
  private static final int HTTP_UNAVAILABLE = 503;
  private static final String CHANNEL = "Channel";

  private final PackageState state;
  private final LiveOrigin origin;
  private final EndpointKeys keys;
  private final OriginDirectory directory;
  private final EgressMeter meter = new EgressMeter();

  Egress(PackageState state, LiveOrigin origin, OriginDirectory directory) {
    this.state = state;
    this.origin = origin;
    this.keys = new EndpointKeys(origin);
    this.directory = directory;
  }

  /** Lets the CDN reach this account's endpoints. Opening it again changes nothing. */
  void open(Scope scope) {
    directory.register(Addresses.host(scope), request -> handle(scope, request));
  }

  /** Adds what was received and answered since the call before. */
  void measure(Metrics metrics) {
    state
        .channels()
        .all()
        .forEach(
            row ->
                meter.received(
                    row.scope(), Map.of(CHANNEL, row.id()), origin.received(row.ingestTarget())));
    meter.tell(metrics);
  }

  private OriginResponse handle(Scope scope, OriginRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return OriginResponse.refusal(HTTP_METHOD_NOT_ALLOWED, "Only GET and HEAD are allowed");
    }
    String path = request.path();
    String[] parts =
        path.startsWith(Addresses.EGRESS)
            ? path.substring(Addresses.EGRESS.length()).split("/", 2)
            : new String[0];
    if (parts.length < 2) {
      return notFound();
    }
    String folder = Addresses.manifest(scope, parts[0], "");
    return state.endpoints().in(scope).stream()
        .filter(row -> isAt(row, folder))
        .findFirst()
        .map(row -> counted(row, parts[0], parts[1], request))
        .orElseGet(Egress::notFound);
  }

  private OriginResponse counted(EndpointRow row, String key, String file, OriginRequest request) {
    long began = System.nanoTime();
    OriginResponse answer = answer(row, key, file, request);
    String channel = row.resource().channelId();
    meter.served(
        row.scope(),
        List.of(Map.of(CHANNEL, channel), Map.of(CHANNEL, channel, "OriginEndpoint", row.id())),
        answer.status(),
        request.method().equals("HEAD") ? 0 : answer.body().length,
        Duration.ofNanos(System.nanoTime() - began));
    return answer;
  }

  private static boolean isAt(EndpointRow row, String folder) {
    String url = row.resource().url();
    return (url != null && url.startsWith(folder))
        || (row.resource().cmafPackage() != null
            && row.resource().cmafPackage().hlsManifests().stream()
                .anyMatch(manifest -> manifest.url().startsWith(folder)));
  }

  private OriginResponse answer(EndpointRow row, String key, String file, OriginRequest request) {
    if (row.resource().origination() == Origination.DENY) {
      return OriginResponse.refusal(HTTP_FORBIDDEN, "Origination is denied");
    }
    return switch (EndpointPlan.of(row)) {
      case EndpointPlan.Packaged _ ->
          (EndpointPlan.isEncrypted(row.resource())
                  ? keys.ensure(row, key)
                  : Optional.<String>empty())
              .map(reason -> OriginResponse.refusal(HTTP_UNAVAILABLE, reason))
              .orElseGet(() -> origin.get(row.ingestTarget(), key, file, request.query()));
      case EndpointPlan.StateOnly(String reason) ->
          OriginResponse.refusal(HTTP_NOT_IMPLEMENTED, reason);
    };
  }

  private static OriginResponse notFound() {
    return OriginResponse.refusal(HTTP_NOT_FOUND, "Not found");
  }
}
