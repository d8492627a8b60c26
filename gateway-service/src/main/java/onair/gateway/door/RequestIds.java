package onair.gateway.door;

import java.util.Objects;
import java.util.regex.Pattern;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each request one id: the caller's {@code X-Request-Id} when it has a safe form (1 to 128 of
 * {@code A-Z a-z 0-9 . _ -}), else {@code req_…}. It is in the answer, in every problem, in our log
 * and in the request to the service.
 */
public final class RequestIds implements WebFilter, Ordered {

  /** The header that carries the id, in both directions. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final String ATTRIBUTE = RequestIds.class.getName();

  /** The id of this request. */
  public static String of(ServerWebExchange exchange) {
    return Objects.requireNonNullElseGet(exchange.getAttribute(ATTRIBUTE), () -> assign(exchange));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    assign(exchange);
    return chain.filter(exchange);
  }

  @Override
  public int getOrder() {
    return DoorOrder.REQUEST_ID;
  }

  private static String assign(ServerWebExchange exchange) {
    String id = choose(exchange.getRequest().getHeaders().getFirst(HEADER));
    exchange.getAttributes().put(ATTRIBUTE, id);
    exchange.getResponse().getHeaders().set(HEADER, id);
    return id;
  }

  private static String choose(@Nullable String offered) {
    return offered != null && SAFE.matcher(offered).matches() ? offered : Ids.next("req");
  }
}
