package onair.channel.cost;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What was billed of an organization's channels, for those who look after what is spent. */
public final class Usage {

  /** In which everything here is counted; AWS's prices are told in no other. */
  public static final String CURRENCY = "USD";

  private final UsageStore usage;

  Usage(UsageStore usage) {
    this.usage = usage;
  }

  /** The calendar month of that time, as AWS bills: in UTC. */
  public static YearMonth month(Instant now) {
    return YearMonth.from(now.atOffset(ZoneOffset.UTC));
  }

  /** When a month begins. */
  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Of all channels of the organization, those that are gone included. */
  public Spending in(YearMonth month, String organizationId) {
    var stretch = new Stretch(start(month), start(month.plusMonths(1)));
    Map<String, List<Interval>> intervals = usage.between(organizationId, CURRENCY, stretch);
    return new Spending(intervals, stretch);
  }
}
