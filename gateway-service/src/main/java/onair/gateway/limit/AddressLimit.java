package onair.gateway.limit;

import onair.gateway.door.ClientAddresses;
import onair.gateway.route.RouteTable;
import onair.gateway.route.Service;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts requests by where they come from, before anybody is asked who sent them. Ad decisions are
 * not counted: a few addresses of MediaTailor ask for all viewers, and what they ask is signed.
 */
final class AddressLimit {
  private static final int BEFORE_ANYBODY_IS_ASKED = -110;
  private static final int BEHIND_THE_DOOR = Ordered.HIGHEST_PRECEDENCE + 100;

  private final Limits limits;
  private final ClientAddresses addresses;

  AddressLimit(Limits limits, ClientAddresses addresses) {
    this.limits = limits;
    this.addresses = addresses;
  }

  private Mono<Void> take(ServerWebExchange exchange) {
    return limits.take(exchange, Bucket.ofAddress(addresses.of(exchange)));
  }

  /** For requests that go on to a service. */
  final class OfRoutes implements GlobalFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
      return isAdDecision(exchange)
          ? chain.filter(exchange)
          : take(exchange).then(Mono.defer(() -> chain.filter(exchange)));
    }

    @Override
    public int getOrder() {
      return BEFORE_ANYBODY_IS_ASKED;
    }

    private static boolean isAdDecision(ServerWebExchange exchange) {
      return RouteTable.isForAnybody(exchange) && RouteTable.serviceOf(exchange) == Service.ADS;
    }
  }

  /** For signing in and out, which the gateway does itself. */
  final class OfSessions implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
      String path = exchange.getRequest().getURI().getRawPath();
      return path.equals("/session") || path.startsWith("/session/")
          ? take(exchange).then(Mono.defer(() -> chain.filter(exchange)))
          : chain.filter(exchange);
    }

    @Override
    public int getOrder() {
      return BEHIND_THE_DOOR;
    }
  }
}
