package onair.gateway.identity;

import java.util.Optional;
import onair.common.security.Caller;
import org.springframework.web.server.ServerWebExchange;

/** Who a request was let in for. */
public final class AskedBy {
  private static final String ATTRIBUTE = AskedBy.class.getName();

  private AskedBy() {}

  /** Empty for a visitor with a signed address, and before anybody was let in. */
  public static Optional<Caller> of(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
  }

  static void note(ServerWebExchange exchange, Caller caller) {
    exchange.getAttributes().put(ATTRIBUTE, caller);
  }
}
