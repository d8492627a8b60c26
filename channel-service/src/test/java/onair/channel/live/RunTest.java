package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import onair.channel.parts.EncoderState;
import org.junit.jupiter.api.Test;

class RunTest {

  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Seen NO_INPUT = Seen.running(EncoderState.RUNNING, true);
  private static final Seen INPUT = Seen.running(EncoderState.RUNNING, false);

  private final Run started = Run.asked(Desired.RUNNING, START);

  @Test
  void isLiveAsSoonAsAnAlertThatWasThereIsGone() {
    Run waiting = after(started, NO_INPUT, 5);
    assertThat(waiting.wasLive()).isFalse();

    assertThat(after(waiting, INPUT, 6).liveAt()).isEqualTo(START.plusSeconds(6));
  }

  @Test
  void isLiveAtOnceWhenAnEventToldOfTheInputBefore() {
    assertThat(after(started.judged(START.plusSeconds(1)), INPUT, 2).wasLive()).isTrue();
  }

  @Test
  void doesNotTrustSilenceBeforeTheGraceIsOver() {
    Run running = after(started, INPUT, 5);
    assertThat(running.wasLive()).isFalse();
    assertThat(after(running, INPUT, 14).wasLive()).isFalse();

    assertThat(after(running, INPUT, 15).wasLive()).isTrue();
  }

  @Test
  void isNotLiveWhileThePipelineIsBeingRestarted() {
    Run judged = started.judged(START);

    assertThat(after(judged, Seen.running(EncoderState.RECOVERING, false), 5).wasLive()).isFalse();
  }

  @Test
  void remembersThatItWasLiveWhenTheInputIsLost() {
    Run live = after(started.judged(START), INPUT, 1);

    assertThat(after(live, NO_INPUT, 60).liveAt()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void remembersSinceWhenTheInputIsLostUntilItIsBack() {
    Run live = after(started.judged(START), INPUT, 1);
    assertThat(live.lostSince()).isNull();

    Run lost = after(after(live, NO_INPUT, 60), Seen.encoder(null), 70);
    assertThat(lost.lostSince()).isEqualTo(START.plusSeconds(60));
    assertThat(after(lost, INPUT, 80).lostSince()).isNull();
  }

  @Test
  void losesNoInputThatNeverCame() {
    assertThat(after(started, NO_INPUT, 60).lostSince()).isNull();
  }

  @Test
  void countsAStartAgainWhenTheEncoderIsLost() {
    Run live = after(started.judged(START), INPUT, 1);
    assertThat(live.startingSince()).isNull();

    assertThat(after(live, Seen.encoder(null), 60).startingSince())
        .isEqualTo(START.plusSeconds(60));
  }

  @Test
  void learnsNothingFromALookThatWasNotTaken() {
    Run live = after(started.judged(START), INPUT, 1);

    assertThat(after(live, Seen.unreachable("AWS does not answer."), 60)).isEqualTo(live);
  }

  @Test
  void aNewWishForgetsTheOldBroadcast() {
    assertThat(Run.asked(Desired.STOPPED, START).startingSince()).isNull();
    assertThat(Run.asked(Desired.RUNNING, START).wasLive()).isFalse();
  }

  private static Run after(Run run, Seen seen, int seconds) {
    return run.after(Desired.RUNNING, seen, GRACE, START.plusSeconds(seconds));
  }
}
