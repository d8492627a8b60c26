package onair.channel.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was billed of one item of one channel on one day.
 *
 * @param billedSeconds how long it is paid for
 * @param amount what that came to; of all days together exactly what the channel's cost tells of
 *     them, though that is rounded
 */
record UsageLine(
    String channelId,
    LocalDate day,
    String item,
    long billedSeconds,
    BigDecimal amount,
    boolean verified) {

  /** All of one channel in those days. */
  static List<UsageLine> of(String channelId, List<Interval> intervals, Days days, Instant now) {
    Map<Kind, List<Interval>> byKind = new LinkedHashMap<>();
    intervals.forEach(
        interval ->
            byKind.computeIfAbsent(Kind.of(interval), kind -> new ArrayList<>()).add(interval));
    List<UsageLine> lines = new ArrayList<>();
    byKind.forEach(
        (kind, same) -> {
          boolean verified = same.stream().allMatch(Interval::verified);
          long before = 0;
          for (Map.Entry<LocalDate, Long> day : seconds(same, days, now).entrySet()) {
            long after = before + day.getValue();
            lines.add(
                new UsageLine(
                    channelId,
                    day.getKey(),
                    kind.item(),
                    day.getValue(),
                    kind.amount(after).subtract(kind.amount(before)),
                    verified));
            before = after;
          }
        });
    return lines;
  }

  /** The oldest day first; those without any are left out. */
  private static Map<LocalDate, Long> seconds(List<Interval> intervals, Days days, Instant now) {
    Map<LocalDate, Long> seconds = new TreeMap<>();
    for (Interval interval : intervals) {
      LocalDate begun = Days.day(interval.startedAt());
      LocalDate paid = Days.day(interval.paidUntil(now));
      days.each()
          .filter(day -> !day.isBefore(begun) && !day.isAfter(paid))
          .forEach(
              day -> {
                long billed = interval.billedSeconds(now, Days.of(day));
                if (billed > 0) {
                  seconds.merge(day, billed, Long::sum);
                }
              });
    }
    return seconds;
  }
}
