package onair.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import onair.gateway.door.Site;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;

/** The cookies we set. No script can read them, and only this site gets them. */
final class SessionCookies {

  /** Of a browser that is away at a provider. */
  static final String AWAY = "onair_oidc";

  private static final String AWAY_PATH = "/session/oidc";

  private static final String SESSION = "onair_session";

  /** Browsers take such a cookie only over TLS, for all of this host and for no other one. */
  private static final String OF_THIS_HOST = "__Host-";

  private final Site site;
  private final InstantSource clock;

  SessionCookies(Site site, InstantSource clock) {
    this.site = site;
    this.clock = clock;
  }

  /**
   * What the session's cookie is called: over TLS by a name that neither a neighbouring host nor a
   * page without TLS can set, and then by no other.
   */
  String name(ServerHttpRequest request) {
    return site.isHttps(request) ? OF_THIS_HOST + SESSION : SESSION;
  }

  /** A new session. Sent along only when this site's own pages ask. */
  ResponseCookie session(ServerRequest request, OpenedSession opened) {
    return cookie(request, name(request), opened.session(), until(opened.expiresAt()))
        .sameSite("Strict")
        .path("/")
        .build();
  }

  ResponseCookie noSession(ServerRequest request) {
    return cookie(request, name(request), "", Duration.ZERO).sameSite("Strict").path("/").build();
  }

  /** Sent along also when the provider's page sends the browser back to us. */
  ResponseCookie away(ServerRequest request, Departure departure) {
    return cookie(request, AWAY, departure.browser(), until(departure.expiresAt()))
        .sameSite("Lax")
        .path(AWAY_PATH)
        .build();
  }

  ResponseCookie noLongerAway(ServerRequest request) {
    return cookie(request, AWAY, "", Duration.ZERO).sameSite("Lax").path(AWAY_PATH).build();
  }

  private Duration until(Instant end) {
    Duration life = Duration.between(clock.instant(), end);
    return life.isNegative() ? Duration.ZERO : life;
  }

  private String name(ServerRequest request) {
    return name(request.exchange().getRequest());
  }

  private ResponseCookie.ResponseCookieBuilder cookie(
      ServerRequest request, String name, String value, Duration life) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(site.isHttps(request.exchange().getRequest()))
        .maxAge(life);
  }
}
