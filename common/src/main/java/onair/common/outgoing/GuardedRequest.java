package onair.common.outgoing;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request to an address a user gave.
 *
 * @param method for example {@code POST}
 * @param target absolute; checked when it is sent
 * @param headers by name; what belongs to the connection ({@code Host}, {@code Content-Length}, …)
 *     is set by the client and is not taken here
 * @param body empty for none
 * @param within longest time for all of it, from the look-up of the name to the last byte; null for
 *     the configured one
 * @param redirects how often a redirect is followed, which never leaves the scheme, host and port;
 *     with 0 the redirect itself is the reply
 */
public record GuardedRequest(
    String method,
    URI target,
    Map<String, String> headers,
    byte[] body,
    @Nullable Duration within,
    int redirects) {

  private static final Set<String> OURS =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "expect",
          "upgrade",
          "te",
          "trailer",
          "proxy-authorization");

  public GuardedRequest {
    headers = Map.copyOf(headers);
    headers.forEach(GuardedRequest::requireSendable);
  }

  /** A GET without a body. */
  public static GuardedRequest get(URI target, Map<String, String> headers) {
    return new GuardedRequest("GET", target, headers, new byte[0], null, 0);
  }

  /** A POST that follows no redirect. */
  public static GuardedRequest post(URI target, Map<String, String> headers, byte[] body) {
    return new GuardedRequest("POST", target, headers, body, null, 0);
  }

  /** The same within another time. */
  public GuardedRequest within(Duration longest) {
    return new GuardedRequest(method, target, headers, body, longest, redirects);
  }

  /** The same, following redirects on the same host. */
  public GuardedRequest followingRedirects(int most) {
    return new GuardedRequest(method, target, headers, body, within, most);
  }

  GuardedRequest to(URI next) {
    return new GuardedRequest(method, next, headers, body, within, redirects - 1);
  }

  private static void requireSendable(String name, String value) {
    boolean ours = OURS.contains(name.toLowerCase(Locale.ROOT));
    if (ours || !name.matches("[A-Za-z0-9-]+") || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("The header " + name + " cannot be sent with this value");
    }
  }

  @Override
  public String toString() {
    return "%s %s, %d bytes".formatted(method, target, body.length);
  }
}
