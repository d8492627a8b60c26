package onair.gateway.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import onair.common.problem.Problem;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets only requests through whose path means the same to the gateway and to the service behind it.
 * Empty, {@code .} and {@code ..} segments, path parameters, backslashes, control characters and
 * anything of that hidden in percent-encoding are refused with 400 {@code malformed_path}; unusual
 * methods with 405.
 */
final class RequestLineGuard implements WebFilter, Ordered {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!METHODS.contains(request.getMethod().name())) {
      return Mono.error(
          Problem.of(405, "method_not_allowed", "This address does not take this method")
              .header("Allow", String.join(", ", METHODS)));
    }
    return objectionTo(request.getURI().getRawPath())
        .map(reason -> Problem.of(400, "malformed_path", "The path is not allowed").detail(reason))
        .<Mono<Void>>map(Mono::error)
        .orElseGet(() -> chain.filter(exchange));
  }

  @Override
  public int getOrder() {
    return DoorOrder.REQUEST_LINE;
  }

  /** Why this raw (still encoded) path is refused; empty when it is fine. */
  static Optional<String> objectionTo(String rawPath) {
    if (!rawPath.startsWith("/")) {
      return Optional.of("A path starts with a slash.");
    }
    Optional<String> decoded = decode(rawPath);
    if (decoded.isEmpty()) {
      return Optional.of("The percent-encoding in the path is broken.");
    }
    String path = decoded.get();
    if (slashes(path) != slashes(rawPath)) {
      return Optional.of("A path has no encoded slashes.");
    }
    if (path.contains("//")) {
      return Optional.of("A path has no empty segments.");
    }
    if (path.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == ';' || c == '\\' || c == '%')) {
      return Optional.of("A path has no ; \\ % or control characters.");
    }
    for (String segment : path.split("/")) {
      if (segment.equals(".") || segment.equals("..")) {
        return Optional.of("A path has no . or .. segments.");
      }
    }
    return Optional.empty();
  }

  /** One pass of percent-decoding into bytes, each shown as one character; empty when broken. */
  private static Optional<String> decode(String raw) {
    byte[] in = raw.getBytes(ISO_8859_1);
    var out = new StringBuilder(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] != '%') {
        out.append((char) (in[i] & 0xff));
        continue;
      }
      int high = i + 2 <= in.length - 1 ? Character.digit(in[i + 1], 16) : -1;
      int low = i + 2 <= in.length - 1 ? Character.digit(in[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      out.append((char) (high * 16 + low));
      i += 2;
    }
    return Optional.of(out.toString());
  }

  private static long slashes(String path) {
    return path.chars().filter(c -> c == '/').count();
  }
}
