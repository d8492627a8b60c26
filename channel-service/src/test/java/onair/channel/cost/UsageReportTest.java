package onair.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onair.channel.cost.UsageReport.Group;
import onair.channel.cost.UsageReport.Sum;
import onair.common.plan.Plan.Billed;
import onair.common.problem.Problem;
import onair.common.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageReportTest {

  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
  private static final Days DAYS =
      new Days(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-22"));

  @Test
  void aRunOverMidnightIsBilledOnBothDays() {
    UsageReport report =
        report(UsageBy.DAY, run("2026-11-20T23:30:00Z", "2026-11-21T01:00:00Z", "3.6"));

    assertThat(report.groups())
        .containsExactly(
            group("2026-11-20", "1.800000", 1800),
            group("2026-11-21", "3.600000", 3600),
            new Group("2026-11-22", Sum.NOTHING));
    assertThat(report.total().amount()).isEqualByComparingTo("5.4");
    assertThat(report.until()).isEqualTo(NOW);
  }

  @Test
  void theTenMinutesOfAStartCountWhereTheyLie() {
    Interval late = run("2026-11-21T23:55:00Z", "2026-11-21T23:55:01Z", "3.6");

    assertThat(report(UsageBy.DAY, late).groups())
        .containsExactly(
            new Group("2026-11-20", Sum.NOTHING),
            group("2026-11-21", "0.300000", 300),
            group("2026-11-22", "0.300000", 300));
    assertThat(report(UsageBy.DAY, run("2026-11-22T23:55:00Z", null, "3.6")).total())
        .as("in this span")
        .isEqualTo(new Sum(new BigDecimal("0.300000"), 300, true));
  }

  @Test
  void whatGoesOnCountsUntilNowAndDaysToComeAreNotThere() {
    var days = new Days(LocalDate.parse("2026-11-22"), LocalDate.parse("2026-11-30"));

    UsageReport report =
        UsageReport.of(
            Map.of("ch_1", List.of(run("2026-11-22T19:00:00Z", null, "3.6"))),
            days,
            UsageBy.DAY,
            NOW);

    assertThat(report.groups()).containsExactly(group("2026-11-22", "3.600000", 3600));
    assertThat(report.until()).isEqualTo(NOW);
  }

  @Test
  void channelsAndItemsAreToldTheDearestFirst() {
    Interval cheap = interval("input", "0.5", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", true);
    Interval dear = interval("output", "2", "2026-11-20T10:00:00Z", "2026-11-20T11:00:00Z", false);
    Map<String, List<Interval>> byChannel = new LinkedHashMap<>();
    byChannel.put("ch_1", List.of(cheap));
    byChannel.put("ch_2", List.of(cheap, dear));

    assertThat(UsageReport.of(byChannel, DAYS, UsageBy.CHANNEL, NOW).groups())
        .extracting(Group::key)
        .containsExactly("ch_2", "ch_1");
    List<Group> items = UsageReport.of(byChannel, DAYS, UsageBy.ITEM, NOW).groups();
    assertThat(items).extracting(Group::key).containsExactly("output", "input");
    assertThat(items).extracting(item -> item.sum().verified()).containsExactly(false, true);
    assertThat(items.getLast().sum().billedSeconds()).isEqualTo(7200);
    assertThat(UsageReport.of(byChannel, DAYS, UsageBy.ITEM, NOW).total().verified()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(UsageBy.class)
  void isToTheLastDigitWhatTheChannelsHaveCostWhateverItIsToldBy(UsageBy by) {
    var random = new Random(20261122);
    for (int world = 0; world < 50; world++) {
      Map<String, List<Interval>> byChannel = world(random);

      Sum total = UsageReport.of(byChannel, DAYS, by, NOW).total();

      assertThat(total.amount()).isEqualByComparingTo(cost(byChannel, DAYS));
    }
  }

  @Test
  void spansThatMeetAddUpToTheSecond() {
    var random = new Random(1);
    Map<String, List<Interval>> byChannel = world(random);
    var first = new Days(LocalDate.parse("2026-11-18"), LocalDate.parse("2026-11-20"));
    var second = new Days(LocalDate.parse("2026-11-21"), LocalDate.parse("2026-11-23"));
    var both = new Days(first.from(), second.to());

    assertThat(seconds(byChannel, first) + seconds(byChannel, second))
        .isEqualTo(seconds(byChannel, both));
  }

  private static long seconds(Map<String, List<Interval>> byChannel, Days days) {
    return UsageReport.of(byChannel, days, UsageBy.DAY, NOW).total().billedSeconds();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30,, from invalid",
    "soon, later, to invalid; from invalid",
    "2026-11-02, 2026-11-01, to before_from",
    "2026-08-01, 2026-11-01, to out_of_range",
    "1999-12-31, 2000-01-01, from out_of_range",
    "+12026-01-01,, from out_of_range"
  })
  void refusesDaysThereAreNot(@Nullable String from, @Nullable String to, String violations) {
    Problem refused = catchThrowableOfType(Problem.class, () -> Days.of(from, to, NOW));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations().stream().map(UsageReportTest::words))
        .containsExactly(violations.split("; "));
  }

  private static String words(Violation violation) {
    return violation.field() + " " + violation.code();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-08-02", "2026-11-01"})
  void takesUpTo92Days(String from) {
    assertThat(Days.of(from, "2026-11-01", NOW).from()).isEqualTo(LocalDate.parse(from));
  }

  @Test
  void isOfThisMonthUntilTodayUnlessItIsSaid() {
    assertThat(Days.of(null, null, NOW))
        .isEqualTo(new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-22")));
    assertThat(Days.of(null, "2026-10-05", NOW).from()).isEqualTo("2026-10-01");
  }

  /** What the costs of the channels add up to. */
  private static BigDecimal cost(Map<String, List<Interval>> byChannel, Days days) {
    return byChannel.entrySet().stream()
        .map(each -> CostResponse.of(each.getKey(), each.getValue(), List.of(), days, NOW))
        .flatMap(cost -> cost.total().stream())
        .map(money -> new BigDecimal(money.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Runs of any length around the days, some of which go on, at prices of six digits. */
  private static Map<String, List<Interval>> world(Random random) {
    Map<String, List<Interval>> byChannel = new LinkedHashMap<>();
    for (int channel = 0; channel < 5; channel++) {
      List<Interval> intervals = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Instant start = NOW.minusMillis(random.nextLong(Duration.ofDays(5).toMillis()));
        Instant end = start.plusMillis(random.nextLong(Duration.ofHours(40).toMillis()));
        intervals.add(
            new Interval(
                "item " + random.nextInt(3),
                Billed.RUNNING,
                1 + random.nextInt(2),
                BigDecimal.valueOf(1 + random.nextInt(999_999), 6),
                "USD",
                true,
                LocalDate.of(2026, 11, 22),
                "a price list",
                random.nextBoolean() ? Duration.ofMinutes(10) : Duration.ZERO,
                start,
                end.isBefore(NOW) ? end : null));
      }
      byChannel.put("ch_" + channel, intervals);
    }
    return byChannel;
  }

  private static UsageReport report(UsageBy by, Interval... intervals) {
    return UsageReport.of(Map.of("ch_1", List.of(intervals)), DAYS, by, NOW);
  }

  private static Group group(String key, String amount, long seconds) {
    return new Group(key, new Sum(new BigDecimal(amount), seconds, true));
  }

  private static Interval run(String from, @Nullable String to, String each) {
    return interval("output", each, from, to, true);
  }

  private static Interval interval(
      String item, String each, String from, @Nullable String to, boolean verified) {
    return new Interval(
        item,
        Billed.RUNNING,
        1,
        new BigDecimal(each),
        "USD",
        verified,
        LocalDate.of(2026, 11, 22),
        "a price list",
        Duration.ofMinutes(10),
        Instant.parse(from),
        to == null ? null : Instant.parse(to));
  }
}
