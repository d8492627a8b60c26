package onair.gateway.limit;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import onair.gateway.limit.Verdict.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells in every answer, whatever came of the request, what its limits are and what is left of
 * them: {@code RateLimit-Policy: "key";q=3000;w=60} and {@code RateLimit: "key";r=2985;t=1}.
 * Source: draft-ietf-httpapi-ratelimit-headers-10; q quota, w window, r remaining, t seconds until
 * all of it is there again.
 */
final class LimitHeaders implements WebFilter, Ordered {
  private static final int RIGHT_AFTER_THE_REQUEST_ID = Ordered.HIGHEST_PRECEDENCE + 5;
  private static final String ATTRIBUTE = LimitHeaders.class.getName();

  /** The limit, when there is one, stands in the answer. */
  static void note(ServerWebExchange exchange, Bucket.Kind kind, @Nullable Standing standing) {
    if (standing == null) {
      return;
    }
    Map<Bucket.Kind, Standing> noted = exchange.getAttribute(ATTRIBUTE);
    if (noted == null) {
      noted = new EnumMap<>(Bucket.Kind.class);
      exchange.getAttributes().put(ATTRIBUTE, noted);
    }
    noted.put(kind, standing);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return RIGHT_AFTER_THE_REQUEST_ID;
  }

  private static void write(ServerWebExchange exchange) {
    @Nullable Map<Bucket.Kind, Standing> noted = exchange.getAttribute(ATTRIBUTE);
    if (noted == null) {
      return;
    }
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set(
        "RateLimit-Policy",
        noted.entrySet().stream()
            .map(one -> policy(one.getKey(), one.getValue()))
            .collect(Collectors.joining(", ")));
    headers.set(
        "RateLimit",
        noted.entrySet().stream()
            .map(one -> limit(one.getKey(), one.getValue()))
            .collect(Collectors.joining(", ")));
  }

  private static String policy(Bucket.Kind kind, Standing standing) {
    return "\"" + kind.word() + "\";q=" + standing.quota() + ";w=" + standing.windowSeconds();
  }

  private static String limit(Bucket.Kind kind, Standing standing) {
    return "\"" + kind.word() + "\";r=" + standing.remaining() + ";t=" + standing.resetSeconds();
  }
}
