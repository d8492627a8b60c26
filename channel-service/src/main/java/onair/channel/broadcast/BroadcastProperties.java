package onair.channel.broadcast;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How planned broadcasts are begun; prefix {@code onair.channel.broadcasts}.
 *
 * @param prepareAhead how long before its start a channel is made ready in AWS; nothing for not
 *     before
 * @param startWithin how long after its time a start is still tried before the broadcast is missed
 */
@ConfigurationProperties("onair.channel.broadcasts")
record BroadcastProperties(
    @DefaultValue("10m") Duration prepareAhead, @DefaultValue("15m") Duration startWithin) {

  BroadcastProperties {
    requireNotNegative("prepare-ahead", prepareAhead);
    requireNotNegative("start-within", startWithin);
  }

  private static void requireNotNegative(String key, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "onair.channel.broadcasts." + key + " must not be negative, not " + value);
    }
  }
}
