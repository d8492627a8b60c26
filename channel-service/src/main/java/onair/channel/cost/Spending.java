package onair.channel.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.common.plan.Plan.Billed;

/**
 * What is billed of some channels in a time, at the prices of the meter; pure. A start is spent for
 * its ten minutes at once, and those that lie in another month are spent there.
 */
public final class Spending {

  private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);
  private static final int DIGITS = 6;

  private final Map<String, List<Interval>> byChannel;
  private final Stretch stretch;

  Spending(Map<String, List<Interval>> byChannel, Stretch stretch) {
    this.byChannel = Map.copyOf(byChannel);
    this.stretch = stretch;
  }

  /** Of one channel alone. */
  public Spending of(String channelId) {
    return new Spending(Map.of(channelId, byChannel.getOrDefault(channelId, List.of())), stretch);
  }

  /**
   * What is paid until then, six digits; of a later time, what will be if all goes on as it does.
   */
  public BigDecimal until(Instant then) {
    BigDecimal seconds = BigDecimal.ZERO;
    for (List<Interval> intervals : byChannel.values()) {
      for (Interval interval : intervals) {
        long billed = interval.billedSeconds(then, stretch);
        seconds = seconds.add(rate(interval).multiply(BigDecimal.valueOf(billed)));
      }
    }
    return seconds.divide(SECONDS_OF_AN_HOUR, DIGITS, RoundingMode.HALF_UP);
  }

  /** What goes on costs that much an hour. */
  public BigDecimal perHour() {
    return byChannel.values().stream()
        .flatMap(List::stream)
        .filter(interval -> interval.endedAt() == null)
        .map(Spending::rate)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * When so much is spent, to the second, if all goes on as it does; now when it is already, and
   * empty when it will not be in this time.
   */
  public Optional<Instant> reaches(BigDecimal amount, Instant now) {
    if (until(now).compareTo(amount) >= 0) {
      return Optional.of(now);
    }
    long soonest = 0;
    long latest = Duration.between(now, stretch.to()).toSeconds();
    if (latest <= 0 || until(now.plusSeconds(latest)).compareTo(amount) < 0) {
      return Optional.empty();
    }
    while (latest - soonest > 1) {
      long middle = (soonest + latest) / 2;
      if (until(now.plusSeconds(middle)).compareTo(amount) >= 0) {
        latest = middle;
      } else {
        soonest = middle;
      }
    }
    return Optional.of(now.plusSeconds(latest));
  }

  /**
   * Until when what runs of a channel is paid for, whether it is stopped earlier or not; empty when
   * nothing of it runs.
   */
  public Optional<Instant> paidUntil(String channelId) {
    return byChannel.getOrDefault(channelId, List.of()).stream()
        .filter(interval -> interval.endedAt() == null && interval.billed() == Billed.RUNNING)
        .map(interval -> interval.startedAt().plus(interval.minimum()))
        .max(Instant::compareTo);
  }

  private static BigDecimal rate(Interval interval) {
    return interval.each().multiply(BigDecimal.valueOf(interval.count()));
  }
}
