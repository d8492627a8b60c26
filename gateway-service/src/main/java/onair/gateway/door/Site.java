package onair.gateway.door;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The gateway's own address as browsers know it: the configured one, else the one they asked. */
public final class Site {
  private final Optional<URI> configured;

  private Site(Optional<URI> configured) {
    this.configured = configured;
  }

  /**
   * The site of an installation.
   *
   * @param publicUrl {@code https://live.example}; empty for whatever address browsers ask
   */
  public static Site at(String publicUrl) {
    return new Site(Optional.of(publicUrl).filter(url -> !url.isEmpty()).map(URI::create));
  }

  /** Whether browsers reach us over TLS. */
  public boolean isHttps(ServerHttpRequest request) {
    return "https".equals(configured.orElseGet(request::getURI).getScheme());
  }

  /** The configured address, when there is one. */
  public Optional<URI> configured() {
    return configured;
  }

  /**
   * Whether an {@code Origin} header names this site. The scheme is not compared with the
   * request's: TLS may end in front of us.
   */
  public boolean isOwnOrigin(String origin, ServerHttpRequest request) {
    if (configured.map(URI::toString).filter(origin::equalsIgnoreCase).isPresent()) {
      return true;
    }
    String host = request.getHeaders().getFirst(HttpHeaders.HOST);
    if (host == null) {
      return false;
    }
    String own = host.toLowerCase(Locale.ROOT);
    String from = origin.toLowerCase(Locale.ROOT);
    return from.equals("http://" + own) || from.equals("https://" + own);
  }
}
