package onair.channel.quota;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is done about AWS's quotas; prefix {@code onair.channel.quotas}.
 *
 * @param readEvery how often AWS is asked for limits and for what others hold, 5 s to 10 min
 * @param refuse whether a start that would exceed a limit is refused; else it is only told by plans
 */
@ConfigurationProperties("onair.channel.quotas")
public record QuotaProperties(
    @DefaultValue("60s") Duration readEvery, @DefaultValue("true") boolean refuse) {

  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofMinutes(10);

  public QuotaProperties {
    if (readEvery.compareTo(OFTEN) < 0 || readEvery.compareTo(SELDOM) > 0) {
      throw new IllegalArgumentException(
          "onair.channel.quotas.read-every must be 5s to 10m, not " + readEvery);
    }
  }
}
