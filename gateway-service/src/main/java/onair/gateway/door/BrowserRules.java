package onair.gateway.door;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * The headers that tell a browser what it may do with an answer. Pages and their scripts run only
 * what this origin serves, never inline, may fetch video and pictures from the configured edge and
 * send files to the configured stores; everything else may do nothing at all. Nothing is shown in a
 * frame but pages that ask for it with {@link #allowFrames}, which may fetch and play, and no more.
 */
public final class BrowserRules implements WebFilter, Ordered {
  private static final String FRAMED = BrowserRules.class.getName() + ".framed";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String NO_SENSORS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()";
  private static final String PLAYING =
      "autoplay=(self), fullscreen=(self), picture-in-picture=(self)";

  private final String page;
  private final String framed;
  private final Site site;

  BrowserRules(DoorProperties properties, Site site) {
    String media = String.join(" ", properties.mediaOrigins());
    String shared =
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            // hls.js gives a track of captions an empty file of its own to begin with.
            "media-src 'self' blob: data: " + media,
            "worker-src 'self'",
            "base-uri 'none'");
    this.page =
        String.join(
            "; ",
            shared,
            "img-src 'self' data: blob: " + media,
            "connect-src 'self' " + media + " " + String.join(" ", properties.uploadOrigins()),
            "frame-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");
    this.framed =
        String.join(
            "; ",
            shared,
            "img-src 'self' data: " + media,
            "connect-src 'self' " + media,
            "form-action 'none'",
            "frame-ancestors *");
    this.site = site;
  }

  /**
   * Lets pages of every site show this one in a frame. Only for a page on which nobody can be made
   * to do something as somebody who is signed in.
   */
  public static void allowFrames(ServerWebExchange exchange) {
    exchange.getAttributes().put(FRAMED, true);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange
        .getResponse()
        .beforeCommit(
            () -> {
              apply(exchange, exchange.getResponse().getHeaders());
              return Mono.empty();
            });
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return DoorOrder.BROWSER_RULES;
  }

  private void apply(ServerWebExchange exchange, HttpHeaders headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    boolean isPage = isPage(headers.getContentType());
    if (isPage && exchange.getAttribute(FRAMED) != null) {
      headers.set("Content-Security-Policy", framed);
      headers.set("Permissions-Policy", NO_SENSORS + ", " + PLAYING);
      headers.set("Cross-Origin-Resource-Policy", "cross-origin");
    } else {
      headers.set("Content-Security-Policy", isPage ? page : NOTHING);
      headers.set("Permissions-Policy", NO_SENSORS);
      headers.set("X-Frame-Options", "DENY");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
    if (site.isHttps(exchange.getRequest())) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private static boolean isPage(@Nullable MediaType type) {
    return type != null
        && (type.isCompatibleWith(MediaType.TEXT_HTML) || type.getSubtype().equals("javascript"));
  }
}
