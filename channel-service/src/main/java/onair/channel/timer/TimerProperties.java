package onair.channel.timer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long timers last for channels that say nothing else; prefix {@code onair.channel.timers}.
 *
 * @param neverConnected how long a channel waits for its first broadcaster; nothing for ever
 * @param inputLost how long it waits for a broadcaster to come back; nothing for ever
 * @param maximumDuration how long a broadcast may be; nothing for without end
 * @param warning how long before its end a timer is warned of, or half its time if that is shorter
 */
@ConfigurationProperties("onair.channel.timers")
record TimerProperties(
    @DefaultValue("1h") Duration neverConnected,
    @DefaultValue("30m") Duration inputLost,
    @DefaultValue("0s") Duration maximumDuration,
    @DefaultValue("5m") Duration warning) {

  TimerProperties {
    requireNotNegative("never-connected", neverConnected);
    requireNotNegative("input-lost", inputLost);
    requireNotNegative("maximum-duration", maximumDuration);
    requireNotNegative("warning", warning);
  }

  /** What a channel's own limit is, or this installation's. */
  Duration limit(Timer timer, Limits limits) {
    Integer own = limits.of(timer);
    if (own != null) {
      return Duration.ofSeconds(own);
    }
    return switch (timer) {
      case NEVER_CONNECTED -> neverConnected;
      case INPUT_LOST -> inputLost;
      case MAXIMUM_DURATION -> maximumDuration;
    };
  }

  private static void requireNotNegative(String key, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          "onair.channel.timers." + key + " must not be negative, not " + value);
    }
  }
}
