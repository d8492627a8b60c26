package onair.gateway.limit;

import onair.gateway.identity.AskedBy;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Counts requests by the key or member that sends them, and by its organization. */
final class CallerLimit implements GlobalFilter, Ordered {
  private static final int ONCE_IT_IS_KNOWN_WHO_ASKS = -90;

  private final Limits limits;

  CallerLimit(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return AskedBy.of(exchange)
        .map(
            caller ->
                limits
                    .take(
                        exchange,
                        new Bucket(Bucket.Kind.KEY, caller.subject()),
                        new Bucket(Bucket.Kind.ORGANIZATION, caller.organizationId()))
                    .then(Mono.defer(() -> chain.filter(exchange))))
        .orElseGet(() -> chain.filter(exchange));
  }

  @Override
  public int getOrder() {
    return ONCE_IT_IS_KNOWN_WHO_ASKS;
  }
}
