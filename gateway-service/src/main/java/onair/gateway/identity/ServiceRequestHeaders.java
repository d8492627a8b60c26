package onair.gateway.identity;

import java.util.List;
import java.util.Objects;
import onair.gateway.door.ClientAddresses;
import onair.gateway.door.RequestIds;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers a service gets to see: those listed here as the caller sent them, the request id, the
 * address the request came from and our own proof of who is asking. The caller's Authorization,
 * cookies and whatever forwarding or identity headers somebody invents stay outside.
 */
final class ServiceRequestHeaders implements HttpHeadersFilter, Ordered {
  private static final String TOKEN = ServiceRequestHeaders.class.getName() + ".token";

  private static final List<String> PASSED_ON =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Content-Length",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Last-Event-ID",
          "traceparent",
          "tracestate",
          "User-Agent");

  private final ClientAddresses addresses;

  ServiceRequestHeaders(ClientAddresses addresses) {
    this.addresses = addresses;
  }

  static void layOut(ServerWebExchange exchange, String token) {
    exchange.getAttributes().put(TOKEN, token);
  }

  @Override
  public HttpHeaders filter(HttpHeaders asked, ServerWebExchange exchange) {
    var passed = new HttpHeaders();
    for (String name : PASSED_ON) {
      List<String> values = asked.get(name);
      if (values != null) {
        passed.addAll(name, values);
      }
    }
    String token = exchange.getAttribute(TOKEN);
    passed.setBearerAuth(Objects.requireNonNull(token, "a routed request has a token"));
    passed.set(RequestIds.HEADER, RequestIds.of(exchange));
    passed.set(ClientAddresses.HEADER, addresses.of(exchange));
    return passed;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.REQUEST;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
