package onair.account.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The event log.
 *
 * @param kept how long events can be read, streamed and replayed; at least 30 days, longer than a
 *     service tells an event again and a delivery is tried
 */
@ConfigurationProperties("onair.account.event-log")
record EventLogProperties(@DefaultValue("400d") Duration kept) {

  private static final Duration SHORTEST = Duration.ofDays(30);

  EventLogProperties {
    if (kept.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "onair.account.event-log.kept must be at least 30d, not " + kept);
    }
  }
}
