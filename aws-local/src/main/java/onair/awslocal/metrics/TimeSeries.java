package onair.awslocal.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The values of one metric over time. As in CloudWatch they are told apart by the second for three
 * hours, by the minute for 15 days and by the hour for 455 days.
 */
final class TimeSeries {

  private static final Duration BY_SECOND = Duration.ofHours(3);
  private static final Duration BY_MINUTE = Duration.ofDays(15);
  private static final Duration LONGEST = Duration.ofDays(455);
  private static final long BETWEEN_TIDYING = 600;

  private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
  private final Bucket total = new Bucket();
  private long tidied = Long.MIN_VALUE;

  synchronized void add(Instant at, Consumer<Bucket> values) {
    long second = at.getEpochSecond();
    values.accept(buckets.computeIfAbsent(second, any -> new Bucket()));
    values.accept(total);
    tidy(buckets.lastKey());
  }

  /** Of spans that have values, the oldest first; the first span begins with {@code from}. */
  synchronized List<Datapoint> read(Instant from, Instant to, Duration period) {
    long start = from.getEpochSecond();
    long step = period.toSeconds();
    TreeMap<Long, Bucket> spans = new TreeMap<>();
    buckets
        .subMap(start, Math.max(start, to.getEpochSecond()))
        .forEach(
            (second, bucket) ->
                spans
                    .computeIfAbsent(
                        start + Math.floorDiv(second - start, step) * step, any -> new Bucket())
                    .add(bucket));
    List<Datapoint> points = new ArrayList<>();
    spans.forEach((second, bucket) -> points.add(bucket.at(Instant.ofEpochSecond(second))));
    return points;
  }

  /** Everything that was ever added. */
  synchronized Datapoint total() {
    return total.at(Instant.EPOCH);
  }

  synchronized Instant last() {
    return Instant.ofEpochSecond(buckets.lastKey());
  }

  private void tidy(long now) {
    if (tidied != Long.MIN_VALUE && now - tidied < BETWEEN_TIDYING) {
      return;
    }
    tidied = now;
    buckets.headMap(now - LONGEST.toSeconds()).clear();
    coarsen(now - BY_MINUTE.toSeconds(), Duration.ofHours(1).toSeconds());
    coarsen(now - BY_SECOND.toSeconds(), Duration.ofMinutes(1).toSeconds());
  }

  private void coarsen(long before, long step) {
    for (long second : List.copyOf(buckets.headMap(before).keySet())) {
      long whole = Math.floorDiv(second, step) * step;
      Bucket fine = whole == second ? null : buckets.remove(second);
      if (fine != null) {
        buckets.computeIfAbsent(whole, any -> new Bucket()).add(fine);
      }
    }
  }
}
