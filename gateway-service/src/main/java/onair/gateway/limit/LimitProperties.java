package onair.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the gateway leases permits. How many there are is said in account-service, for all gateways.
 *
 * @param leaseTimeout how long a request waits for a permit before it passes uncounted
 * @param pause how long requests pass uncounted when account-service leases none, or when it says
 *     that nothing is limited, before it is asked again
 */
@ConfigurationProperties("onair.gateway.limit")
record LimitProperties(
    @DefaultValue("500ms") Duration leaseTimeout, @DefaultValue("1s") Duration pause) {

  LimitProperties {
    if (!leaseTimeout.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException(
          "onair.gateway.limit: lease-timeout and pause must be longer than nothing");
    }
  }
}
