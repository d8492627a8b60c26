package onair.gateway.route;

import java.util.Optional;
import onair.common.problem.Problem;
import onair.gateway.door.Failures;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Passes on a service's problems and replaces every other error it answers with: an HTML page of a
 * server in between, or an empty body, tells a caller nothing and may tell too much. A 401 from a
 * service means that it does not trust the gateway, which is ours to fix and not the caller's.
 */
final class ServiceFailures implements GlobalFilter, Ordered {

  @Override
  public int getOrder() {
    return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 1;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    return chain
        .filter(exchange)
        .then(
            Mono.defer(
                () ->
                    replacementFor(exchange.getResponse())
                        .<Mono<Void>>map(Mono::error)
                        .orElseGet(Mono::empty)));
  }

  private static Optional<Problem> replacementFor(ServerHttpResponse answer) {
    HttpStatusCode status = answer.getStatusCode();
    if (status == null || !status.isError()) {
      return Optional.empty();
    }
    if (status.value() == 401) {
      return Optional.of(Failures.broken(new IllegalStateException("it refused our token")));
    }
    if (MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(answer.getHeaders().getContentType())) {
      return Optional.empty();
    }
    var cause = new IllegalStateException("it answered " + status.value() + " without a problem");
    return Optional.of(
        status.is4xxClientError()
            ? Failures.problemOf(new ResponseStatusException(status, null, cause))
            : Failures.broken(cause));
  }
}
