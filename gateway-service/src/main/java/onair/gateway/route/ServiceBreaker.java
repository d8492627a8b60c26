package onair.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import reactor.core.publisher.Mono;

/**
 * Leaves a service alone that does not answer one kind of question the gateway itself asks of it,
 * by the settings of {@link BreakerProperties}. What is slow by nature, such as checking passwords,
 * has another breaker than what every request waits for.
 */
public final class ServiceBreaker {
  private final CircuitBreaker breaker;

  ServiceBreaker(CircuitBreaker breaker) {
    this.breaker = breaker;
  }

  /** The answer, its time limit included; an error at once while the service is left alone. */
  public <T> Mono<T> around(Mono<T> answer) {
    return answer.transformDeferred(CircuitBreakerOperator.of(breaker));
  }
}
