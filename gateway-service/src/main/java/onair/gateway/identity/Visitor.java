package onair.gateway.identity;

import java.util.Objects;
import onair.gateway.door.ClientAddresses;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Somebody at the door who signs in.
 *
 * @param address where they are
 * @param userAgent what their browser says it is; empty when it says nothing
 */
record Visitor(String address, String userAgent) {

  static Visitor of(ServerWebExchange exchange, ClientAddresses addresses) {
    String said = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    return new Visitor(addresses.of(exchange), Objects.requireNonNullElse(said, ""));
  }

  void tell(HttpHeaders headers) {
    headers.set(ClientAddresses.HEADER, address);
    if (!userAgent.isEmpty()) {
      headers.set(HttpHeaders.USER_AGENT, userAgent);
    }
  }
}
