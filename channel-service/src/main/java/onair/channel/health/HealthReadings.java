package onair.channel.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import onair.channel.health.EncoderMetrics.Pipeline;
import onair.channel.parts.EncoderAlerts;
import onair.channel.parts.Encoders;
import onair.common.time.Times;

/**
 * What AWS last told of each encoder. However many look at a channel, AWS is asked about it at most
 * once in {@link #FRESH}, by one of them while the others wait.
 */
final class HealthReadings {

  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final Duration PAST = Duration.ofMinutes(2);
  private static final int MOST = 2000;

  private final LoadingCache<String, Reading> readings;

  HealthReadings(Encoders encoders, EncoderMetrics metrics, InstantSource clock) {
    this.readings =
        Caffeine.newBuilder()
            .expireAfterWrite(FRESH)
            .maximumSize(MOST)
            .build(id -> new Reading(encoders.alerts(id), metrics.of(id, Times.now(clock), PAST)));
  }

  /** Of one encoder. */
  record Reading(EncoderAlerts alerts, List<Pipeline> pipelines) {}

  /**
   * @param encoderId of an encoder that runs
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS does not tell
   */
  Reading of(String encoderId) {
    return readings.get(encoderId);
  }
}
