package onair.gateway.identity;

import java.util.Optional;
import java.util.Set;
import onair.common.problem.Problem;
import onair.gateway.door.Site;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Makes sure that a change asked for with a cookie was asked for by our own pages. A browser sends
 * the cookie whoever made it ask; it sends {@code X-OnAir-Csrf} across sites only after a
 * preflight, which we never grant for cookies. {@code Sec-Fetch-Site} and {@code Origin}, where
 * sent, must agree.
 */
final class CrossSiteGuard {
  static final String HEADER = "X-OnAir-Csrf";
  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Site site;

  CrossSiteGuard(Site site) {
    this.site = site;
  }

  /**
   * Checks a request that is let in by its cookie.
   *
   * @throws Problem 403 {@code cross_site_refused}
   */
  void check(ServerHttpRequest request) {
    if (!SAFE.contains(request.getMethod())) {
      objectionTo(request).ifPresent(detail -> refuse(detail));
    }
  }

  private static void refuse(String detail) {
    throw IdentityProblems.crossSite(detail);
  }

  private Optional<String> objectionTo(ServerHttpRequest request) {
    HttpHeaders headers = request.getHeaders();
    if (!"1".equals(headers.getFirst(HEADER))) {
      return Optional.of("A change with a session needs the header '" + HEADER + ": 1'.");
    }
    String fetchSite = headers.getFirst("Sec-Fetch-Site");
    if (fetchSite != null && !fetchSite.equals("same-origin")) {
      return Optional.of("The browser says another site asked for it.");
    }
    String origin = headers.getFirst(HttpHeaders.ORIGIN);
    if (origin != null && !site.isOwnOrigin(origin, request)) {
      return Optional.of("The origin is not this site's.");
    }
    return Optional.empty();
  }
}
