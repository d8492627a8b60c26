package onair.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import onair.channel.cost.CostResponse.CostPart;
import onair.common.plan.Money;
import onair.common.plan.Plan.Billed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostResponseTest {

  private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");
  private static final Instant NOW = START.plusSeconds(36_000);
  private static final String OUTPUT = "medialive output avc hd 10mbps 30fps";

  @Test
  void aRunIsBilledToTheSecondAndAShortOneForTenMinutes() {
    CostResponse cost = cost(run(START, 3601), run(START.plusSeconds(7200), 59));

    assertThat(cost.parts())
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.seconds()).isEqualTo(3660);
              assertThat(part.billedSeconds()).isEqualTo(4201);
              // 2 * 0.702 * 4201 / 3600
              assertThat(part.amount()).isEqualTo(new Money("1.63839", "USD"));
            });
    assertThat(cost.total()).containsExactly(new Money("1.63839", "USD"));
    assertThat(cost.perHour()).isEmpty();
  }

  @Test
  void whatGoesOnIsBilledUntilNow() {
    CostResponse cost = cost(running(NOW.minusSeconds(30)), idle(NOW.minusSeconds(1800)));

    assertThat(cost.parts()).extracting(CostPart::billedSeconds).containsExactly(600L, 1800L);
    assertThat(cost.perHour()).containsExactly(new Money("1.414", "USD"));
    // 2 * 0.702 / 6 + 0.01 / 2
    assertThat(cost.total()).containsExactly(new Money("0.239", "USD"));
  }

  @Test
  void anotherPriceIsAnotherPart() {
    Interval dearer =
        interval(OUTPUT, Billed.RUNNING, 2, "0.80", Duration.ZERO, START, START.plusSeconds(3600));

    assertThat(cost(run(START, 3600), dearer).total()).containsExactly(new Money("3.004", "USD"));
    assertThat(cost(run(START, 3600), dearer).parts()).hasSize(2);
  }

  private static CostResponse cost(Interval... intervals) {
    return CostResponse.of("ch_1", List.of(intervals), List.of(), null, NOW);
  }

  private static Interval run(Instant from, long seconds) {
    return interval(
        OUTPUT,
        Billed.RUNNING,
        2,
        "0.702",
        Duration.ofMinutes(10),
        from,
        from.plusSeconds(seconds));
  }

  private static Interval running(Instant from) {
    return interval(OUTPUT, Billed.RUNNING, 2, "0.702", Duration.ofMinutes(10), from, null);
  }

  private static Interval idle(Instant from) {
    return interval("medialive idle channel", Billed.IDLE, 1, "0.010", Duration.ZERO, from, null);
  }

  private static Interval interval(
      String item,
      Billed billed,
      int count,
      String each,
      Duration minimum,
      Instant from,
      @Nullable Instant to) {
    return new Interval(
        item,
        billed,
        count,
        new BigDecimal(each),
        "USD",
        true,
        LocalDate.of(2026, 11, 22),
        "a price list",
        minimum,
        from,
        to);
  }
}
