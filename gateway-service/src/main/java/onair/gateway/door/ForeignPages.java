package onair.gateway.door;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.common.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * CORS: what pages of other origins may call, never with our cookie. Under {@code /v1} those of the
 * configured partners may do anything, with an API key; what viewers are told under {@code
 * /playback} everybody's pages may read. Anything else is refused with 403 {@code
 * origin_not_allowed}.
 */
final class ForeignPages implements WebFilter, Ordered {
  private final Site site;
  private final CorsWebFilter partners;
  private final CorsWebFilter viewers;

  ForeignPages(DoorProperties properties, Site site) {
    this.site = site;
    this.partners = filter(partners(properties.corsOrigins()), Refusing.ORIGIN);
    this.viewers = filter(viewers(), Refusing.CHANGE);
  }

  private static CorsConfiguration partners(List<String> origins) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(origins);
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", RequestIds.HEADER));
    rules.setExposedHeaders(
        List.of(
            "Date",
            "ETag",
            "Idempotent-Replayed",
            "Location",
            "Operation-Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            RequestIds.HEADER));
    rules.setMaxAge(Duration.ofMinutes(10));
    return rules;
  }

  private static CorsConfiguration viewers() {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(List.of(CorsConfiguration.ALL));
    rules.setAllowedMethods(List.of("GET", "HEAD"));
    rules.setExposedHeaders(
        List.of("Date", "RateLimit", "RateLimit-Policy", "Retry-After", RequestIds.HEADER));
    rules.setMaxAge(Duration.ofHours(1));
    return rules;
  }

  private static CorsWebFilter filter(CorsConfiguration rules, Refusing refusing) {
    rules.setAllowCredentials(false);
    return new CorsWebFilter(exchange -> rules, refusing);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return rulesFor(exchange.getRequest())
        .map(rules -> rules.filter(exchange, chain))
        .orElseGet(() -> chain.filter(exchange));
  }

  @Override
  public int getOrder() {
    return DoorOrder.CORS;
  }

  /** Empty when no page of another origin asks, or for nothing of the API. */
  private Optional<CorsWebFilter> rulesFor(ServerHttpRequest request) {
    String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
    if (origin == null || site.isOwnOrigin(origin, request)) {
      return Optional.empty();
    }
    String path = request.getURI().getRawPath();
    if (path.startsWith("/playback/")) {
      return Optional.of(viewers);
    }
    return path.startsWith("/v1/") ? Optional.of(partners) : Optional.empty();
  }

  private static final class Refusing extends DefaultCorsProcessor {
    static final Refusing ORIGIN =
        new Refusing(
            "This origin may not call the API",
            "Ask whoever runs this gateway to allow the origin, or call from a server.");
    static final Refusing CHANGE =
        new Refusing(
            "Other origins may only read here", "Ask with GET or HEAD, and without headers.");

    private final String title;
    private final String detail;

    private Refusing(String title, String detail) {
      this.title = title;
      this.detail = detail;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      throw Problem.of(403, "origin_not_allowed", title).detail(detail);
    }
  }
}
