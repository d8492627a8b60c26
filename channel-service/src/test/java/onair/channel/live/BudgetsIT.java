package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import onair.channel.budget.BudgetsAtHand;
import onair.channel.cost.Usage;
import onair.channel.live.ChannelStatus.Word;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What is spent takes channels off the air, by a clock in the test's hands. */
@Import(BudgetsAtHand.World.class)
class BudgetsIT extends ReconcilerScenario {

  private static final String ALL = "organization";

  private final BudgetsAtHand budgets;
  private final Billing billing;
  private final Usage usage;

  @Autowired
  BudgetsIT(World world, BudgetsAtHand budgets, Billing billing, Usage usage) {
    super(world);
    this.budgets = budgets;
    this.billing = billing;
    this.usage = usage;
  }

  @BeforeEach
  void noBudgetsAndAMonthThatLasts() {
    jdbc.sql("delete from budget").update();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Instant next = today.withDayOfMonth(1).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    clock.advance(Duration.between(clock.instant(), next.plusSeconds(60)));
  }

  @Test
  void mostOfItSpentIsToldAndAllOfItStopsTheChannel() {
    Channel live = bring(create(), Word.LIVE);
    budgets.put(ORGANIZATION, ALL, hours(live, 2));

    passUntilSpent(hours(live, 1.59));
    assertThat(told()).isEmpty();
    passUntilSpent(hours(live, 1.61));
    awaitTold("budget.warning");
    assertThat(now(live).status().word()).isEqualTo(Word.LIVE);

    passUntilSpent(hours(live, 2));
    awaitTold("budget.warning", "budget.exceeded");
    Channel idle = awaitWord(live, Word.IDLE);
    assertThat(operation(idle).type()).isEqualTo("channel.stop");
    assertThat(reasonOfStopping(idle))
        .contains("the organization's budget of")
        .contains("is spent");
  }

  @Test
  void whatIsSpentWhenItStoppedIsTheBudgetAndSecondsMore() {
    Channel live = bring(create(), Word.LIVE);
    BigDecimal limit = hours(live, 1);
    budgets.put(ORGANIZATION, live.id().value(), limit);

    passUntilSpent(limit);
    Channel idle = awaitUntil(live, now -> now.holdings().restingSince() != null);

    BigDecimal over = spent().subtract(limit);
    assertThat(over).isBetween(BigDecimal.ZERO, hours(idle, 60.0 / 3600));
  }

  @Test
  void aStartThatCannotPayForItsTenMinutesIsRefused() {
    Channel channel = create();
    budgets.put(ORGANIZATION, ALL, hours(channel, 0.16));

    assertRefused(channel, "organization");

    budgets.put(ORGANIZATION, ALL, hours(channel, 0.17));
    awaitWord(start(channel), Word.WAITING);
  }

  @Test
  void startsThatAreUnderWayArePromisedTheirTenMinutes() {
    Channel first = create();
    Channel second = create();
    budgets.put(ORGANIZATION, ALL, hours(first, 0.3));

    start(first);
    assertRefused(second, "organization");

    budgets.put(ORGANIZATION, ALL, hours(first, 0.4));
    start(second);
    awaitWord(first, Word.WAITING);
    awaitWord(second, Word.WAITING);
  }

  @Test
  void whatIsPaidForAnywayIsUsedUpBeforeTheStop() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    budgets.put(ORGANIZATION, ALL, new BigDecimal("0.01"));
    awaitTold("budget.exceeded");
    Instant since = waiting.run().runningSince();
    assertThat(since).isNotNull();

    clock.advance(Duration.between(clock.instant(), since.plusSeconds(590)));
    settle();
    assertThat(now(waiting).status().word()).isEqualTo(Word.WAITING);

    clock.advance(Duration.ofSeconds(10));
    awaitWord(waiting, Word.IDLE);
  }

  @Test
  void aBudgetRaisedInTimeStopsNothingAndStartsAreTakenAgain() {
    Channel live = bring(create(), Word.LIVE);
    BigDecimal limit = hours(live, 1);
    budgets.put(ORGANIZATION, ALL, limit);
    passUntilSpent(hours(live, 0.9));
    awaitTold("budget.warning");

    budgets.put(ORGANIZATION, ALL, hours(live, 3));
    passUntilSpent(hours(live, 2));
    assertThat(now(live).status().word()).isEqualTo(Word.LIVE);

    passUntilSpent(hours(live, 2.5));
    awaitTold("budget.warning", "budget.warning");
    passUntilSpent(hours(live, 3));
    Channel idle = awaitWord(live, Word.IDLE);
    awaitTold("budget.warning", "budget.warning", "budget.exceeded");
    assertRefused(idle, "organization");

    budgets.delete(ORGANIZATION, ALL);
    awaitWord(start(idle), Word.LIVE);
  }

  @Test
  void aChannelsBudgetIsForThatChannelAlone() {
    Channel one = awaitWord(start(create()), Word.WAITING);
    Channel other = awaitWord(start(create()), Word.WAITING);
    budgets.put(ORGANIZATION, one.id().value(), hours(one, 0.5));

    clock.advance(Duration.ofMinutes(31));

    awaitWord(one, Word.IDLE);
    assertThat(now(other).status().word()).isEqualTo(Word.WAITING);
    assertRefused(now(one), one.id().value());
  }

  @Test
  void theNextMonthBeginsWithNothingSpent() {
    Channel channel = create();
    Channel waiting = awaitWord(start(channel), Word.WAITING);
    budgets.put(ORGANIZATION, ALL, hours(channel, 0.5));
    clock.advance(Duration.ofMinutes(31));
    Channel idle = awaitWord(waiting, Word.IDLE);
    assertRefused(idle, "organization");

    clock.advance(Duration.ofDays(31));
    settle();

    awaitWord(start(now(idle)), Word.WAITING);
    clock.advance(Duration.ofMinutes(31));
    awaitWord(idle, Word.IDLE);
    // Whether it is warned of depends on when its spending is looked at, minutes apart.
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Collections.frequency(told(), "budget.exceeded") == 2);
  }

  @Test
  void whatNobodySendsToIsStoppedFirst() {
    Channel fed = bring(create(), Word.LIVE);
    Channel starved = awaitWord(start(create()), Word.LIVE);
    // Both have run for more than what a start costs; then one loses its broadcaster.
    clock.advance(Duration.ofMinutes(11));
    encoders.starve(String.valueOf(starved.holdings().encoderId()));
    awaitWord(starved, Word.RECONNECTING);

    budgets.put(ORGANIZATION, ALL, new BigDecimal("0.01"));
    awaitWord(fed, Word.IDLE);
    awaitWord(starved, Word.IDLE);

    assertThat(
            jdbc.sql(
                    "select resource_id from outbox where type = 'channel.stopping'"
                        + " and resource_id in (:fed, :starved) order by seq")
                .param("fed", "channel/" + fed.id())
                .param("starved", "channel/" + starved.id())
                .query(String.class)
                .list())
        .containsExactly("channel/" + starved.id(), "channel/" + fed.id());
  }

  @Test
  void theBudgetOfAChannelGoesWithIt() {
    Channel channel = create();
    budgets.put(ORGANIZATION, channel.id().value(), BigDecimal.ONE);

    commands.delete(ORGANIZATION, channel.id().value(), IfMatch.any());

    assertThat(jdbc.sql("select count(*) from budget").query(Long.class).single()).isZero();
  }

  private void assertRefused(Channel channel, String budget) {
    assertThatThrownBy(() -> start(channel))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(402);
              assertThat(problem.code()).isEqualTo("budget_exceeded");
              assertThat(problem.toBody(null, null).get("budget")).isEqualTo(budget);
            });
  }

  /** What so many hours of such a channel cost. */
  private BigDecimal hours(Channel channel, double hours) {
    return billing
        .perHour(channel.spec())
        .multiply(BigDecimal.valueOf(hours))
        .setScale(6, RoundingMode.HALF_UP);
  }

  private BigDecimal spent() {
    return usage.in(Usage.month(clock.instant()), ORGANIZATION).until(clock.instant());
  }

  private void passUntilSpent(BigDecimal amount) {
    settle();
    Instant then =
        usage
            .in(Usage.month(clock.instant()), ORGANIZATION)
            .reaches(amount, clock.instant())
            .orElseThrow();
    clock.advance(Duration.between(clock.instant(), then));
    settle();
  }

  /** Until all that is due now has been done. */
  private void settle() {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from scheduled_tasks where execution_time <= :now"
                                + " and task_name in ('budget', 'channel')")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                    == 0);
  }

  private Channel now(Channel channel) {
    return channels.find(channel.id()).orElseThrow();
  }

  private void awaitTold(String... types) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(this::told, List.of(types)::equals);
  }

  private List<String> told() {
    return jdbc.sql(
            """
            select type from outbox where type like 'budget.%'
              and resource_id in (select 'budget/' || id from budget) order by seq
            """)
        .query(String.class)
        .list();
  }

  private String reasonOfStopping(Channel channel) {
    return jdbc.sql(
            "select detail::jsonb -> 'data' ->> 'reason' from outbox"
                + " where resource_id = :id and type = 'channel.stopping'")
        .param("id", "channel/" + channel.id())
        .query(String.class)
        .single();
  }
}
