package onair.gateway.door;

import java.time.Duration;
import java.util.List;
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
 * CORS for {@code /v1}: the configured partner origins may call it with an API key, never with our
 * cookie. Any other foreign origin is refused with 403 {@code origin_not_allowed}.
 */
final class PartnerOrigins implements WebFilter, Ordered {
  private final Site site;
  private final CorsWebFilter cors;

  PartnerOrigins(DoorProperties properties, Site site) {
    var rules = new CorsConfiguration();
    rules.setAllowedOrigins(properties.corsOrigins());
    rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    rules.setAllowedHeaders(
        List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", RequestIds.HEADER));
    rules.setExposedHeaders(
        List.of(
            "ETag",
            "Idempotent-Replayed",
            "Location",
            "Operation-Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            RequestIds.HEADER));
    rules.setAllowCredentials(false);
    rules.setMaxAge(Duration.ofMinutes(10));
    this.site = site;
    this.cors = new CorsWebFilter(exchange -> rules, new Refusing());
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return isForeignCall(exchange.getRequest())
        ? cors.filter(exchange, chain)
        : chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return DoorOrder.CORS;
  }

  private boolean isForeignCall(ServerHttpRequest request) {
    String origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
    return origin != null
        && request.getURI().getRawPath().startsWith("/v1/")
        && !site.isOwnOrigin(origin, request);
  }

  private static final class Refusing extends DefaultCorsProcessor {
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
      throw Problem.of(403, "origin_not_allowed", "This origin may not call the API")
          .detail("Ask whoever runs this gateway to allow the origin, or call from a server.");
    }
  }
}
