package onair.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a service that does not answer is left alone.
 *
 * @param window how many of the last requests for it are looked at
 * @param atLeast how many there must be before anything is decided
 * @param failurePercent how many of a hundred must have got no answer
 * @param open how long it is left alone then
 * @param trials requests that try whether it is back, before all may come again
 */
@ConfigurationProperties("onair.gateway.breaker")
record BreakerProperties(
    @DefaultValue("50") int window,
    @DefaultValue("10") int atLeast,
    @DefaultValue("50") int failurePercent,
    @DefaultValue("2s") Duration open,
    @DefaultValue("3") int trials) {

  BreakerProperties {
    require(window >= 1 && atLeast >= 1 && atLeast <= window, "at-least must be 1 to window");
    require(failurePercent >= 1 && failurePercent <= 100, "failure-percent must be 1 to 100");
    require(open.compareTo(Duration.ofMillis(10)) >= 0, "open must be at least 10ms");
    require(trials >= 1, "trials must be at least 1");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onair.gateway.breaker." + otherwise);
    }
  }
}
