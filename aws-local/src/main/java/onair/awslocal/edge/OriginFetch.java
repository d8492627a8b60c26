package onair.awslocal.edge;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.origin.OriginRequest;
import onair.awslocal.origin.OriginResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks origins in a distribution's name. */
final class OriginFetch {

  private static final Logger LOG = LoggerFactory.getLogger(OriginFetch.class);

  private static final String PRINCIPAL = "cloudfront.amazonaws.com";

  private final OriginDirectory directory;
  private final InstantSource clock;

  OriginFetch(OriginDirectory directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * The origin's answer with the lifetime the behavior gives it; errors live as long as the
   * distribution says. An origin that is unknown or fails is a 502.
   *
   * @param query the parameters the origin may see
   */
  StoredObject fetch(
      EdgeDistribution distribution,
      Behavior behavior,
      String method,
      String path,
      Map<String, String> query) {
    EdgeOrigin origin = distribution.originOf(behavior);
    OriginResponse response = ask(origin, request(distribution, origin, method, path, query));
    return StoredObject.of(response, clock.instant(), lifetime(distribution, behavior, response));
  }

  private static Duration lifetime(
      EdgeDistribution distribution, Behavior behavior, OriginResponse response) {
    if (!behavior.cache().caches()) {
      return Duration.ZERO;
    }
    if (response.status() < 400) {
      return behavior.cache().lifetime(response.maxAge());
    }
    Duration errorTtl = distribution.errorTtl(response.status());
    return errorTtl.compareTo(response.maxAge()) > 0 ? errorTtl : response.maxAge();
  }

  private static OriginRequest request(
      EdgeDistribution distribution,
      EdgeOrigin origin,
      String method,
      String path,
      Map<String, String> query) {
    String originPath = origin.path() + path;
    return origin.signed()
        ? new OriginRequest(
            method, originPath, query, PRINCIPAL, distribution.arn(), distribution.accountId())
        : OriginRequest.anonymous(method, originPath, query);
  }

  private OriginResponse ask(EdgeOrigin origin, OriginRequest request) {
    try {
      return directory.fetch(origin.domainName(), request);
    } catch (RuntimeException e) {
      LOG.error("Origin {} failed for {}", origin.domainName(), request.path(), e);
      return OriginResponse.refusal(502, "The origin " + origin.domainName() + " failed.");
    }
  }
}
