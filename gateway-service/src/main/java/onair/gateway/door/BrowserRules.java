package onair.gateway.door;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The headers that tell a browser what it may do with an answer. Pages and their scripts run only
 * what this origin serves, never inline, and may fetch video from the configured edge; everything
 * else may do nothing at all.
 */
final class BrowserRules implements WebFilter, Ordered {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String NO_SENSORS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";

  private final String page;
  private final Site site;

  BrowserRules(DoorProperties properties, Site site) {
    String media = String.join(" ", properties.mediaOrigins());
    this.page =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self' " + media,
            "media-src 'self' blob: " + media,
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    this.site = site;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              apply(exchange.getRequest(), exchange.getResponse().getHeaders());
              return Mono.empty();
            });
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return DoorOrder.BROWSER_RULES;
  }

  private void apply(ServerHttpRequest request, HttpHeaders headers) {
    headers.set("Content-Security-Policy", isPage(headers.getContentType()) ? page : NOTHING);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Permissions-Policy", NO_SENSORS);
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (site.isHttps(request)) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static boolean isPage(@Nullable MediaType type) {
    return type != null
        && (type.isCompatibleWith(MediaType.TEXT_HTML) || type.getSubtype().equals("javascript"));
  }
}
