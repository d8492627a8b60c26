package onair.channel.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was billed of an organization's channels in some days, in groups; pure.
 *
 * @param days that were asked for
 * @param until what is counted; ten minutes that a start costs at least are, even so
 * @param total of all groups
 * @param groups those of days in their order, others the dearest first
 */
record UsageReport(Days days, UsageBy by, Instant until, Sum total, List<Group> groups) {

  /**
   * @param verified whether the source of each price tells this very one
   */
  record Sum(BigDecimal amount, long billedSeconds, boolean verified) {

    static final Sum NOTHING = new Sum(BigDecimal.ZERO, 0, true);

    static Sum of(UsageLine line) {
      return new Sum(line.amount(), line.billedSeconds(), line.verified());
    }

    Sum plus(Sum other) {
      return new Sum(
          amount.add(other.amount),
          billedSeconds + other.billedSeconds,
          verified && other.verified);
    }
  }

  /**
   * @param key the day, the channel's id or the item
   */
  record Group(String key, Sum sum) {}

  static UsageReport of(Map<String, List<Interval>> byChannel, Days days, UsageBy by, Instant now) {
    Map<String, Sum> sums = new TreeMap<>();
    if (by == UsageBy.DAY) {
      days.each()
          .filter(day -> !day.isAfter(Days.day(now)))
          .forEach(day -> sums.put(day.toString(), Sum.NOTHING));
    }
    byChannel.forEach(
        (channelId, intervals) ->
            UsageLine.of(channelId, intervals, days, now)
                .forEach(line -> sums.merge(by.key(line), Sum.of(line), Sum::plus)));
    List<Group> groups = new ArrayList<>();
    sums.forEach((key, sum) -> groups.add(new Group(key, sum)));
    if (by != UsageBy.DAY) {
      groups.sort(Comparator.comparing((Group group) -> group.sum().amount()).reversed());
    }
    Instant end = days.stretch().to();
    return new UsageReport(
        days,
        by,
        now.isBefore(end) ? now : end,
        sums.values().stream().reduce(Sum.NOTHING, Sum::plus),
        List.copyOf(groups));
  }
}
