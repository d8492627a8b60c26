package onair.account.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of events.
 *
 * @param heartbeat a comment is sent after this long without an event, so that nobody in between
 *     takes the connection for dead
 * @param maxAge a stream ends after this long and is asked for again, with a credential that is
 *     good then
 * @param retry how long a browser waits before it asks again
 */
@ConfigurationProperties("onair.account.event-stream")
record EventStreamProperties(
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("5m") Duration maxAge,
    @DefaultValue("1s") Duration retry) {

  EventStreamProperties {
    require(heartbeat.isPositive(), "heartbeat must be longer than nothing, not " + heartbeat);
    require(maxAge.isPositive(), "max-age must be longer than nothing, not " + maxAge);
    require(!retry.isNegative(), "retry must not be negative, not " + retry);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onair.account.event-stream." + otherwise);
    }
  }
}
