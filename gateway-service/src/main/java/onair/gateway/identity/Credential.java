package onair.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What a caller offers as proof. The header goes before the cookie; it is never both. */
sealed interface Credential {

  /** An API key: {@code Authorization: Bearer onair_…}. */
  record ApiKey(String value) implements Credential {
    @Override
    public String toString() {
      return "ApiKey[…]";
    }
  }

  /** A signed-in browser: the cookie {@link SessionCookies} names. */
  record Session(String value) implements Credential {
    @Override
    public String toString() {
      return "Session[…]";
    }
  }

  Pattern BEARER = Pattern.compile("(?i:Bearer) +(onair_[A-Za-z0-9_-]{8,200})");
  Pattern SESSION = Pattern.compile("[A-Za-z0-9._~-]{16,512}");

  String value();

  /** Names the credential in caches without keeping it there. */
  default String fingerprint() {
    return getClass().getSimpleName() + ":" + sha256(value());
  }

  /**
   * The credential of a request; empty when there is none.
   *
   * @param cookie name of the session cookie
   * @throws onair.common.problem.Problem 401 when there is one we cannot read: malformed, twice, or
   *     of another scheme
   */
  static Optional<Credential> of(ServerHttpRequest request, String cookie) {
    List<String> headers = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
    if (headers.isEmpty()) {
      return session(request, cookie).map(session -> session);
    }
    var bearer = BEARER.matcher(headers.getFirst());
    if (headers.size() > 1 || !bearer.matches()) {
      throw IdentityProblems.keyRefused();
    }
    return Optional.of(new ApiKey(bearer.group(1)));
  }

  /** The session cookie of a request; empty when there is none or its form cannot be ours. */
  static Optional<Session> session(ServerHttpRequest request, String cookie) {
    List<HttpCookie> cookies = request.getCookies().getOrDefault(cookie, List.of());
    return cookies.size() == 1
        ? Optional.of(cookies.getFirst().getValue())
            .filter(value -> SESSION.matcher(value).matches())
            .map(Session::new)
        : Optional.empty();
  }

  private static String sha256(String value) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
