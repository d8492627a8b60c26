package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusRulesTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final Instant JUST_NOW = NOW.minusSeconds(5);
  private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));

  private static final StatusRules RULES =
      new StatusRules(
          new ChannelProperties.Deadlines(
              Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(15)));

  /**
   * @param reason why it has to be so, in a sentence
   * @param wasLive whether the broadcast was live before
   * @param asked when the user asked for it
   */
  private record Case(
      String name,
      String reason,
      Desired desired,
      Seen seen,
      boolean wasLive,
      Instant asked,
      boolean hasBuilt,
      Word previous,
      String expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case running(
      String name, String reason, Seen seen, boolean wasLive, Word previous, String expected) {
    return new Case(
        name, reason, Desired.RUNNING, seen, wasLive, JUST_NOW, true, previous, expected);
  }

  private static Case stopped(
      String name, String reason, Seen seen, Instant asked, boolean built, String expected) {
    return new Case(
        name, reason, Desired.STOPPED, seen, false, asked, built, Word.STOPPING, expected);
  }

  private static Case deleted(
      String name, String reason, Seen seen, Instant asked, String expected) {
    return new Case(
        name, reason, Desired.DELETED, seen, false, asked, true, Word.DELETED, expected);
  }

  private static Seen encoder(@Nullable EncoderState state) {
    return Seen.encoder(state);
  }

  private static Seen running(boolean missesInput) {
    return Seen.running(EncoderState.RUNNING, missesInput);
  }

  static Stream<Case> cases() {
    return Stream.of(
        running(
            "nothing there yet",
            "things are being made",
            encoder(null),
            false,
            Word.STARTING,
            "starting creating unknown"),
        running(
            "encoder being made",
            "things are being made",
            encoder(EncoderState.CREATING),
            false,
            Word.STARTING,
            "starting creating unknown"),
        running(
            "encoder starting",
            "all is made, AWS starts it",
            encoder(EncoderState.STARTING),
            false,
            Word.STARTING,
            "starting starting unknown"),
        running(
            "running without input",
            "paid for and ready, the broadcaster has not connected",
            running(true),
            false,
            Word.STARTING,
            "waiting running unknown"),
        running(
            "running, no alert yet",
            "AWS may not have noticed that nothing comes in",
            running(false),
            false,
            Word.STARTING,
            "starting running unknown"),
        running(
            "waiting, alert gone, not believed yet",
            "a status does not go back without a cause",
            running(false),
            false,
            Word.WAITING,
            "waiting running unknown"),
        running(
            "running with input",
            "viewers can watch",
            running(false),
            true,
            Word.WAITING,
            "live running healthy"),
        running(
            "input lost after being live",
            "the broadcaster may come back",
            running(true),
            true,
            Word.LIVE,
            "reconnecting running starving"),
        running(
            "pipeline being restarted while live",
            "nothing comes out, though AWS calls it running",
            Seen.running(EncoderState.RECOVERING, false),
            true,
            Word.LIVE,
            "reconnecting running starving"),
        running(
            "encoder gone while live",
            "somebody deleted it in AWS; it is made anew",
            encoder(null),
            true,
            Word.LIVE,
            "reconnecting creating starving"),
        running(
            "AWS silent while live",
            "not knowing is no reason to say anything else than before",
            Seen.unreachable("AWS does not answer."),
            true,
            Word.LIVE,
            "live running unknown: AWS does not answer."),
        stopped(
            "still running",
            "the stop is under way",
            encoder(EncoderState.RUNNING),
            JUST_NOW,
            true,
            "stopping stopping unknown"),
        stopped(
            "encoder rests",
            "off air, and all there for the next start",
            encoder(EncoderState.IDLE),
            JUST_NOW,
            true,
            "idle ready unknown"),
        stopped(
            "encoder being removed",
            "it was not used for long",
            encoder(EncoderState.IDLE).whileRemoving(),
            LONG_AGO,
            true,
            "idle removing unknown"),
        stopped(
            "nothing there",
            "and nothing costs",
            encoder(null),
            LONG_AGO,
            false,
            "idle none unknown"),
        stopped(
            "does not stop",
            "the user must know that it still costs",
            encoder(EncoderState.STOPPING),
            LONG_AGO,
            true,
            "failed failed unknown: The channel has not stopped within 10 minutes; we keep trying."),
        stopped(
            "AWS silent while stopping",
            "it may still be running",
            Seen.unreachable("AWS does not answer."),
            JUST_NOW,
            true,
            "stopping none unknown: AWS does not answer."),
        deleted(
            "being removed",
            "the wish counts at once",
            encoder(null).whileRemoving(),
            JUST_NOW,
            "deleted removing unknown"),
        deleted(
            "not gone for long",
            "the user must know that something is left",
            encoder(null).trouble("The account does not allow it.", false),
            LONG_AGO,
            "deleted failed unknown: What the channel had in AWS is not gone within 15 minutes;"
                + " we keep trying: The account does not allow it."));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tellsTheUser(Case given) {
    Run run =
        new Run(
            given.asked(), null, LONG_AGO, LONG_AGO, given.wasLive() ? LONG_AGO : null, null, null);
    var previous =
        new ChannelStatus(
            given.previous(),
            given.wasLive() ? Provisioning.RUNNING : Provisioning.NONE,
            Health.UNKNOWN,
            null);

    ChannelStatus status =
        RULES.status(given.desired(), run, given.seen(), given.hasBuilt(), previous, NOW);

    assertThat(words(status)).as(given.reason()).isEqualTo(given.expected());
  }

  private static String words(ChannelStatus status) {
    return "%s %s %s%s"
        .formatted(
            status.word().word(),
            status.provisioning().word(),
            status.health().word(),
            status.reason() == null ? "" : ": " + status.reason());
  }

  @Test
  void aStartThatWasGivenUpStaysFailedWhileItIsUndoneAndAfter() {
    Run run = Run.asked(Desired.RUNNING, LONG_AGO).failed("No quota left.", JUST_NOW);

    assertThat(stopped(run, encoder(EncoderState.RUNNING)))
        .isEqualTo("failed stopping unknown: No quota left.");
    assertThat(stopped(run, encoder(EncoderState.IDLE).whileRemoving()))
        .isEqualTo("failed removing unknown: No quota left.");
    assertThat(stopped(run, encoder(null))).isEqualTo("failed ready unknown: No quota left.");
  }

  private static String stopped(Run run, Seen seen) {
    return words(RULES.status(Desired.STOPPED, run, seen, true, ChannelStatus.NEW, NOW));
  }

  @Test
  void givesAStartUpWhenTimeIsUpAndSaysWhatWasInTheWay() {
    Run late = Run.asked(Desired.RUNNING, LONG_AGO);

    assertThat(RULES.giveUp(Desired.RUNNING, late, encoder(null), NOW))
        .contains("The channel did not start within 10 minutes.");
    assertThat(
            RULES.giveUp(
                Desired.RUNNING, late, encoder(null).trouble("No quota left.", false), NOW))
        .contains("The channel did not start within 10 minutes: No quota left.");
  }

  @Test
  void givesAStartUpAtOnceWhenAwsRefusesForGood() {
    Run run = Run.asked(Desired.RUNNING, JUST_NOW);

    assertThat(
            RULES.giveUp(Desired.RUNNING, run, encoder(null).trouble("No such role.", true), NOW))
        .contains("No such role.");
  }

  @Test
  void doesNotGiveUpWhatIsUnderWayOrRunsOrIsNotWanted() {
    Run recent = Run.asked(Desired.RUNNING, JUST_NOW);
    Run runs = new Run(LONG_AGO, null, LONG_AGO, null, null, null, null);
    Run stopped = Run.asked(Desired.STOPPED, LONG_AGO);

    assertThat(RULES.giveUp(Desired.RUNNING, recent, encoder(null), NOW)).isEmpty();
    assertThat(RULES.giveUp(Desired.RUNNING, runs, running(true), NOW)).isEmpty();
    assertThat(RULES.giveUp(Desired.STOPPED, stopped, encoder(null), NOW)).isEmpty();
  }

  @Test
  void aStopOrDeleteIsStuckWhenItTakesTooLong() {
    Run old = Run.asked(Desired.STOPPED, LONG_AGO);
    Run recent = Run.asked(Desired.STOPPED, JUST_NOW);

    assertThat(RULES.stuck(Desired.STOPPED, old, NOW)).isTrue();
    assertThat(RULES.stuck(Desired.DELETED, old, NOW)).isTrue();
    assertThat(RULES.stuck(Desired.STOPPED, recent, NOW)).isFalse();
    assertThat(RULES.stuck(Desired.RUNNING, old, NOW)).isFalse();
  }
}
