package onair.awslocal.mediapackagev2;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.metrics.EgressMeter;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.policy.AccessRequest;
import onair.awslocal.policy.Decision;
import onair.awslocal.policy.Requester;
import onair.awslocal.policy.ResourcePolicy;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a group's egress domain answers: {@code /out/v1/<group>/<channel>/<endpoint>/<file>}. Only
 * whom the endpoint's policy allows may read; without a policy nobody may.
 */
final class Egress {

  private static final int HTTP_FORBIDDEN = 403;
  private static final int HTTP_NOT_FOUND = 404;
  private static final int HTTP_METHOD_NOT_ALLOWED = 405;
  private static final int HTTP_NOT_IMPLEMENTED = 501;
  private static final int HTTP_UNAVAILABLE = 503;

  private static final String PREFIX = "/out/v1/";
  private static final int PARTS = 4;
  private static final String GROUP = "ChannelGroup";
  private static final String CHANNEL = "Channel";

  private final PackageState state;
  private final LiveOrigin origin;
  private final EndpointKeys keys;

  private final EgressMeter meter = new EgressMeter();

  Egress(PackageState state, LiveOrigin origin) {
    this.state = state;
    this.origin = origin;
    this.keys = new EndpointKeys(origin);
  }

  /** Adds what was received and answered since the call before. */
  void measure(Metrics metrics) {
    state
        .channels()
        .all()
        .forEach(
            row ->
                meter.received(
                    row.scope(),
                    Map.of(
                        GROUP, row.resource().channelGroupName(),
                        CHANNEL, row.resource().channelName()),
                    origin.received(row.ingestTarget())));
    meter.tell(metrics);
  }

  OriginResponse handle(Scope scope, String group, OriginRequest request) {
    String action = action(request.method());
    if (action == null) {
      return OriginResponse.refusal(HTTP_METHOD_NOT_ALLOWED, "Only GET and HEAD are allowed");
    }
    String path = request.path();
    String[] parts =
        path.startsWith(PREFIX) ? path.substring(PREFIX.length()).split("/", PARTS) : new String[0];
    if (parts.length < PARTS || !parts[0].equals(group)) {
      return OriginResponse.refusal(HTTP_NOT_FOUND, "Not found");
    }
    Optional<EndpointRow> endpoint =
        state.endpoints().find(scope, parts[0] + "/" + parts[1] + "/" + parts[2]);
    if (endpoint.isEmpty()) {
      return OriginResponse.refusal(HTTP_NOT_FOUND, "Not found");
    }
    long began = System.nanoTime();
    OriginResponse answer =
        allows(endpoint.get(), action, request)
            ? answer(endpoint.get(), parts[3], request.query())
            : OriginResponse.refusal(HTTP_FORBIDDEN, "Access denied");
    meter.served(
        scope,
        List.of(
            Map.of(GROUP, parts[0]),
            Map.of(GROUP, parts[0], CHANNEL, parts[1]),
            Map.of(GROUP, parts[0], CHANNEL, parts[1], "OriginEndpoint", parts[2])),
        answer.status(),
        request.method().equals("HEAD") ? 0 : answer.body().length,
        Duration.ofNanos(System.nanoTime() - began));
    return answer;
  }

  private OriginResponse answer(EndpointRow endpoint, String file, Map<String, String> query) {
    return switch (EndpointPlan.of(endpoint.resource())) {
      case EndpointPlan.Packaged(EndpointSpec spec) ->
          (spec.encrypted() ? keys.ensure(endpoint) : Optional.<String>empty())
              .map(reason -> OriginResponse.refusal(HTTP_UNAVAILABLE, reason))
              .orElseGet(() -> origin.get(endpoint.ingestTarget(), endpoint.name(), file, query));
      case EndpointPlan.StateOnly(String reason) ->
          OriginResponse.refusal(HTTP_NOT_IMPLEMENTED, reason);
    };
  }

  private static boolean allows(EndpointRow endpoint, String action, OriginRequest request) {
    if (endpoint.policy() == null) {
      return false;
    }
    Map<String, String> context = new HashMap<>();
    if (request.sourceArn() != null) {
      context.put("aws:SourceArn", request.sourceArn());
    }
    if (!request.sourceAccount().isEmpty()) {
      context.put("aws:SourceAccount", request.sourceAccount());
    }
    var access =
        new AccessRequest(Requester.of(request.principal()), action, endpoint.arn(), context);
    return ResourcePolicy.parse(endpoint.policy()).decide(access) == Decision.ALLOW;
  }

  private static @Nullable String action(String method) {
    return switch (method) {
      case "GET" -> "mediapackagev2:GetObject";
      case "HEAD" -> "mediapackagev2:GetHeadObject";
      default -> null;
    };
  }
}
