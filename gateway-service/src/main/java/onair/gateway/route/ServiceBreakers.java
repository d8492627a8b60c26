package onair.gateway.route;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import onair.common.problem.Problem;
import onair.gateway.door.Failures;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asks a service that does not answer no more for a while: requests for it are told 503 {@code
 * service_unavailable} with {@code Retry-After} at once, instead of each waiting for its own
 * failure and holding a connection. What counts is the lack of an answer: no connection, none free,
 * too slow, broken off. An answer that tells of a failure is an answer, and a request that is at
 * fault itself says nothing about the service. A few requests try whether it is back.
 */
final class ServiceBreakers implements GlobalFilter, Ordered {
  private final CircuitBreakerRegistry breakers;

  ServiceBreakers(CircuitBreakerRegistry breakers) {
    this.breakers = breakers;
  }

  /** One breaker for each service, by these settings. */
  static CircuitBreakerRegistry registry(BreakerProperties properties) {
    return CircuitBreakerRegistry.of(
        CircuitBreakerConfig.custom()
            .slidingWindow(
                properties.window(),
                properties.atLeast(),
                SlidingWindowType.COUNT_BASED,
                CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.LOCK_FREE)
            .failureRateThreshold(properties.failurePercent())
            .waitDurationInOpenState(properties.open())
            .permittedNumberOfCallsInHalfOpenState(properties.trials())
            .maxWaitDurationInHalfOpenState(Duration.ofMinutes(1))
            .recordException(ServiceBreakers::isNoAnswer)
            .ignoreException(failure -> !isNoAnswer(failure))
            .writableStackTraceEnabled(false)
            .build());
  }

  @Override
  public int getOrder() {
    return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER + 2;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    CircuitBreaker breaker = breakers.circuitBreaker(RouteTable.serviceOf(exchange).audience());
    return chain
        .filter(exchange)
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .onErrorMap(CallNotPermittedException.class, Failures::unavailable);
  }

  /** A problem is what somebody answered. */
  private static boolean isNoAnswer(Throwable failure) {
    return !(failure instanceof Problem) && Failures.problemOf(failure).status() > 500;
  }
}
