package onair.channel.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onair.channel.health.EncoderMetrics.Pipeline;

/**
 * What AWS has measured of encoders so far. However many look at a channel, AWS is asked about it
 * at most once in {@link #FRESH} for each of {@link #SPANS}, by one of them while the others wait;
 * what lies further back than was asked for is left out.
 */
final class HealthHistory {

  /** As long as CloudWatch keeps windows of ten seconds. */
  static final Duration LONGEST = Duration.ofHours(3);

  static final Duration FRESH = Duration.ofSeconds(5);
  private static final List<Duration> SPANS =
      List.of(Duration.ofMinutes(10), Duration.ofHours(1), LONGEST);

  /** Of all encoders together; some tens of megabytes. */
  private static final int MOST_WINDOWS = 100_000;

  private final LoadingCache<Span, List<Pipeline>> told;

  private record Span(String encoderId, Duration past) {}

  HealthHistory(EncoderMetrics metrics, InstantSource clock) {
    this.told =
        Caffeine.newBuilder()
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .expireAfterWrite(FRESH)
            .maximumWeight(MOST_WINDOWS)
            .weigher((Span span, List<Pipeline> pipelines) -> 1 + windows(pipelines))
            .build(span -> metrics.of(span.encoderId(), clock.instant(), span.past()));
  }

  /**
   * The pipelines of which anything was measured in that time.
   *
   * @param encoderId of an encoder, be it that it does not run any more
   * @param past how far back; at most {@link #LONGEST}
   * @throws software.amazon.awssdk.core.exception.SdkException when AWS does not tell
   */
  List<Pipeline> of(String encoderId, Instant now, Duration past) {
    Duration span =
        SPANS.stream().filter(one -> one.compareTo(past) >= 0).findFirst().orElse(LONGEST);
    return told.get(new Span(encoderId, span)).stream()
        .map(pipeline -> pipeline.since(now.minus(past)))
        .filter(pipeline -> !pipeline.windows().isEmpty())
        .toList();
  }

  private static int windows(List<Pipeline> pipelines) {
    return pipelines.stream().mapToInt(pipeline -> pipeline.windows().size()).sum();
  }
}
