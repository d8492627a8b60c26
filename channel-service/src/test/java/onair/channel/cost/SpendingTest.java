package onair.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import onair.common.plan.Plan.Billed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendingTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 11);
  private static final Instant FROM = Usage.start(MONTH);
  private static final Instant TO = Usage.start(MONTH.plusMonths(1));
  private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

  @Test
  void aStartIsSpentForTenMinutesAtOnceAndThenToTheSecond() {
    Spending spending = spending(run(NOW, null));

    assertThat(spending.until(NOW)).isEqualByComparingTo("0.6");
    assertThat(spending.until(NOW.plusSeconds(600))).isEqualByComparingTo("0.6");
    assertThat(spending.until(NOW.plusSeconds(601))).isEqualByComparingTo("0.601");
    assertThat(spending.perHour()).isEqualByComparingTo("3.6");
    assertThat(spending.paidUntil("ch_1")).contains(NOW.plusSeconds(600));
  }

  @Test
  void aShortRunIsPaidForInFullThoughItEnded() {
    Spending spending = spending(run(NOW.minusSeconds(3600), NOW.minusSeconds(3599)));

    assertThat(spending.until(NOW)).isEqualByComparingTo("0.6");
    assertThat(spending.perHour()).isEqualByComparingTo("0");
    assertThat(spending.paidUntil("ch_1")).isEmpty();
  }

  @Test
  void whatIsPaidForInAnotherMonthIsSpentThere() {
    Spending begun = spending(run(FROM.minusSeconds(120), FROM.minusSeconds(60)));
    Spending ending = spending(run(TO.minusSeconds(60), null));

    assertThat(begun.until(NOW)).isEqualByComparingTo("0.48");
    assertThat(ending.until(TO.plusSeconds(7200))).isEqualByComparingTo("0.06");
  }

  @Test
  void tellsToTheSecondWhenSoMuchIsSpent() {
    Spending spending = spending(run(NOW, null));

    assertThat(spending.reaches(new BigDecimal("0.6"), NOW)).contains(NOW);
    assertThat(spending.reaches(new BigDecimal("0.6005"), NOW)).contains(NOW.plusSeconds(601));
    assertThat(spending.reaches(new BigDecimal("3.6"), NOW)).contains(NOW.plusSeconds(3600));
    assertThat(spending.reaches(new BigDecimal("100000"), NOW)).isEmpty();
    assertThat(spending().reaches(BigDecimal.ONE, NOW)).isEmpty();
  }

  @Test
  void ofOneChannelIsWhatThatOneCosts() {
    var both =
        new Spending(
            Map.of("ch_1", List.of(run(NOW, null)), "ch_2", List.of(run(NOW, null))),
            new Stretch(FROM, TO));

    assertThat(both.until(NOW)).isEqualByComparingTo("1.2");
    assertThat(both.of("ch_2").until(NOW)).isEqualByComparingTo("0.6");
    assertThat(both.of("ch_3").until(NOW)).isEqualByComparingTo("0");
  }

  private static Spending spending(Interval... intervals) {
    return new Spending(Map.of("ch_1", List.of(intervals)), new Stretch(FROM, TO));
  }

  /** 3.60 an hour, a tenth of a cent a second. */
  private static Interval run(Instant from, @Nullable Instant to) {
    return new Interval(
        "medialive output",
        Billed.RUNNING,
        2,
        new BigDecimal("1.80"),
        "USD",
        true,
        LocalDate.of(2026, 11, 22),
        "a price list",
        Duration.ofMinutes(10),
        from,
        to);
  }
}
