package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderState;
import onair.channel.timer.TimersAtHand;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What takes a channel off the air by itself, by a clock in the test's hands. */
@Import(TimersAtHand.World.class)
class TimersIT extends ReconcilerScenario {

  private final TimersAtHand timers;

  @Autowired
  TimersIT(World world, TimersAtHand timers) {
    super(world);
    this.timers = timers;
  }

  @BeforeEach
  void noTimers() {
    jdbc.sql("delete from channel_timers").update();
  }

  @Test
  void aChannelNobodyConnectsToIsWarnedOfAndThenStopped() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    awaitCounting(waiting, "never_connected");

    pass(waiting, Duration.ofMinutes(54));
    assertThat(told(waiting)).isEmpty();

    pass(waiting, Duration.ofMinutes(2));
    awaitTold(waiting, "timer.warning");
    assertThat(now(waiting).status().word()).isEqualTo(Word.WAITING);

    pass(waiting, Duration.ofMinutes(5));
    awaitTold(waiting, "timer.warning", "timer.elapsed");
    Channel idle = awaitWord(waiting, Word.IDLE);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
    assertThat(operation(idle).type()).isEqualTo("channel.stop");
    assertThat(events(idle)).endsWith("channel.stopping", "channel.idle");
    assertThat(reasonOfStopping(idle)).isEqualTo("Stopped after 60 minutes: nobody has connected.");
  }

  @Test
  void whoComesBackInTimeGoesOnInTheSameSession() {
    Channel live = bring(create(), Word.LIVE);

    lose(live);
    pass(live, Duration.ofMinutes(29));
    awaitTold(live, "timer.warning");
    encoders.alerts(false);
    tellInput(live);
    awaitWithoutTime(live, now -> now.status().word() == Word.LIVE);
    pass(live, Duration.ofMinutes(29));

    assertThat(now(live).status().word()).isEqualTo(Word.LIVE);
    assertThat(told(live)).containsExactly("timer.warning");
    assertThat(sessions(live)).containsExactly("session.started");
  }

  @Test
  void whoDoesNotComeBackEndsTheSession() {
    Channel live = bring(create(), Word.LIVE);
    lose(live);
    pass(live, Duration.ofMinutes(29));
    encoders.alerts(false);
    tellInput(live);
    awaitWithoutTime(live, now -> now.status().word() == Word.LIVE);

    // The second loss has all of its time again.
    lose(live);
    pass(live, Duration.ofMinutes(20));
    assertThat(now(live).status().word()).isEqualTo(Word.RECONNECTING);

    pass(live, Duration.ofMinutes(11));
    Channel idle = awaitWord(live, Word.IDLE);
    assertThat(sessions(live)).containsExactly("session.started", "session.ended");
    assertThat(reasonOfStopping(idle))
        .isEqualTo("Stopped after 30 minutes: nobody has reconnected.");
  }

  @Test
  void aLimitSetOnAirEndsTheBroadcastAndAnExtensionPutsThatOff() {
    Channel live = bring(create(), Word.LIVE);
    timers.maximum(ORGANIZATION, live.id().value(), 3600);
    awaitCounting(live, "maximum_duration");

    pass(live, Duration.ofMinutes(57));
    awaitTold(live, "timer.warning");
    timers.extend(ORGANIZATION, live.id().value(), 1200);
    pass(live, Duration.ofMinutes(10));
    assertThat(now(live).status().word()).isEqualTo(Word.LIVE);
    assertThat(told(live)).containsExactly("timer.warning");

    pass(live, Duration.ofMinutes(9));
    awaitTold(live, "timer.warning", "timer.warning");
    assertThat(now(live).status().word()).isEqualTo(Word.LIVE);

    pass(live, Duration.ofMinutes(5));
    Channel idle = awaitWord(live, Word.IDLE);
    assertThat(told(live)).containsExactly("timer.warning", "timer.warning", "timer.elapsed");
    assertThat(reasonOfStopping(idle))
        .isEqualTo("Stopped after 80 minutes: the broadcast has lasted that long.");
  }

  @Test
  void anExtensionIsForThisBroadcastOnly() {
    Channel live = bring(create(), Word.LIVE);
    timers.maximum(ORGANIZATION, live.id().value(), 3600);
    timers.extend(ORGANIZATION, live.id().value(), 86_400);
    Channel idle = awaitWord(stop(live), Word.IDLE);

    Channel again = awaitWord(start(idle), Word.LIVE);
    pass(again, Duration.ofMinutes(61));

    awaitWord(again, Word.IDLE);
  }

  @Test
  void aTimerThatIsSwitchedOffNeverEnds() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    timers.waitForEver(ORGANIZATION, waiting.id().value());

    pass(waiting, Duration.ofDays(2));

    assertThat(now(waiting).status().word()).isEqualTo(Word.WAITING);
    assertThat(told(waiting)).isEmpty();
  }

  @Test
  void nothingCountsOfAChannelThatIsOffTheAirAndNothingIsExtended() {
    Channel idle = awaitWord(stop(bring(create(), Word.LIVE)), Word.IDLE);

    assertThat(timers.counting(ORGANIZATION, idle.id().value())).isEmpty();
    assertThatThrownBy(() -> timers.extend(ORGANIZATION, idle.id().value(), 60))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
  }

  @Test
  void theTimersOfAChannelGoWithIt() {
    Channel live = bring(create(), Word.LIVE);
    timers.maximum(ORGANIZATION, live.id().value(), 3600);

    commands.delete(ORGANIZATION, live.id().value(), IfMatch.any());
    awaitGone(live);

    assertThat(jdbc.sql("select count(*) from channel_timers").query(Long.class).single()).isZero();
  }

  private void lose(Channel live) {
    encoders.alerts(true);
    tellInput(live);
    awaitWithoutTime(live, now -> now.status().word() == Word.RECONNECTING);
    awaitCounting(live, "input_lost");
  }

  private Channel now(Channel channel) {
    return channels.find(channel.id()).orElseThrow();
  }

  private void awaitCounting(Channel channel, String first) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> timers.counting(ORGANIZATION, channel.id().value()),
            counting -> !counting.isEmpty() && counting.getFirst().equals(first));
  }

  private void awaitTold(Channel channel, String... types) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> told(channel), List.of(types)::equals);
  }

  private List<String> told(Channel channel) {
    return types("timer/" + channel.id());
  }

  private List<String> sessions(Channel channel) {
    return jdbc.sql(
            "select type from outbox where type like 'session.%'"
                + " and detail::jsonb -> 'data' ->> 'channel_id' = :id order by seq")
        .param("id", channel.id().value())
        .query(String.class)
        .list();
  }

  private List<String> types(String resource) {
    return jdbc.sql("select type from outbox where resource_id = :id order by seq")
        .param("id", resource)
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
