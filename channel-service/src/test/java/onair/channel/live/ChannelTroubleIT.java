package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.OperationStatus;
import onair.channel.parts.EncoderState;
import onair.common.reconcile.CrashPoint;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a channel when AWS refuses, falls silent, or we do. */
class ChannelTroubleIT extends ReconcilerScenario {

  @Autowired
  ChannelTroubleIT(World world) {
    super(world);
  }

  /** What a listener throws to play the end of the process. */
  private static final class PlayedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void aQuotaThatIsUsedUpIsToldAndTriedAgainUntilTimeIsUp() {
    cloud.refuse(
        "medialive-input", FakeCloud.refusal(402, "ServiceQuotaExceeded", "5 push inputs"));
    Channel starting = start(create());

    Channel told = awaitUntil(starting, now -> now.status().reason() != null);
    assertThat(told.status().word()).isEqualTo(Word.STARTING);
    assertThat(told.status().reason()).contains("5 push inputs");
    assertThat(operation(starting).status()).isEqualTo(OperationStatus.RUNNING);

    clock.advance(Duration.ofMinutes(11));
    Channel failed = awaitWord(starting, Word.FAILED);
    assertThat(failed.status().reason())
        .startsWith("The channel did not start within 10 minutes: ")
        .contains("5 push inputs");
    assertThat(operation(starting).status()).isEqualTo(OperationStatus.FAILED);

    awaitUntil(failed, now -> now.status().provisioning() == Provisioning.NONE);
    assertThat(cloud.all()).isEmpty();

    cloud.refuse("medialive-input", null);
    awaitWord(start(failed), Word.WAITING);
  }

  @Test
  void aRequestAwsCallsWrongFailsTheStartAtOnceAndHidesTheStreamKey() {
    Channel channel = create();
    cloud.refuse(
        "medialive-input",
        FakeCloud.refusal(
            400,
            "BadRequestException",
            "StreamName live/" + channel.streamKey().value() + " is wrong"));

    Channel failed = awaitWord(start(channel), Word.FAILED);

    assertThat(failed.status().reason()).contains("StreamName live/… is wrong");
    assertThat(operation(failed).toString()).doesNotContain(channel.streamKey().value());
  }

  @Test
  void silenceOfAwsIsToldHealsByItselfAndDoublesNothing() {
    cloud.silent(true);
    Channel starting = start(create());

    Channel told = awaitUntil(starting, now -> now.status().reason() != null);
    assertThat(told.status().word()).isEqualTo(Word.STARTING);

    cloud.silent(false);
    Channel waiting = awaitWord(starting, Word.WAITING);
    assertThat(waiting.status().reason()).isNull();
    assertThat(cloud.made()).hasSize(7);
  }

  @Test
  void silenceOfAwsWhileLiveChangesNothingButHealth() {
    Channel live = bring(create(), Word.LIVE);

    cloud.silent(true);
    Channel told = awaitUntil(live, now -> now.status().reason() != null);
    assertThat(told.status().word()).isEqualTo(Word.LIVE);
    assertThat(told.status().health()).isEqualTo(ChannelStatus.Health.UNKNOWN);

    cloud.silent(false);
    awaitUntil(live, now -> now.status().health() == ChannelStatus.Health.HEALTHY);
    assertThat(cloud.made()).hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mediapackage-channel",
        "mediapackage-channel-policy",
        "mediapackage-endpoint",
        "mediapackage-endpoint-policy",
        "medialive-input-security-group",
        "medialive-input",
        "medialive-channel"
      })
  void aCreateWhoseAnswerWasLostIsFoundAgainAndNotMadeTwice(String kind) {
    cloud.loseAnswerOf(kind);

    Channel waiting = awaitWord(start(create()), Word.WAITING);
    assertThat(cloud.all(kind)).hasSize(1);

    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitGone(waiting);
    assertThat(cloud.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel.before-start",
        "channel.after-start",
        "channel.before-stop",
        "channel.after-stop",
        "resource.intent.after",
        "resource.create.answered",
        "resource.created.after",
        "run.ending"
      })
  void aCrashAnywhereIsMadeGood(String point) {
    var crashed = new AtomicBoolean();
    try (var listening =
        CrashPoint.listen(
            name -> {
              if (name.equals(point) && crashed.compareAndSet(false, true)) {
                throw new PlayedCrash();
              }
            })) {
      Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);
      assertThat(crashed).as("the point was passed").isTrue();
      assertThat(cloud.all()).hasSize(7);
      assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
      commands.delete(ORGANIZATION, idle.id().value(), IfMatch.any());
      awaitGone(idle);
      assertThat(cloud.all()).isEmpty();
    }
  }

  @Test
  void anEncoderThatIsGoneWhileLiveIsMadeAnew() {
    Channel live = bring(create(), Word.LIVE);
    clock.advance(Duration.ofMinutes(1));

    cloud.remove("medialive-channel", String.valueOf(live.holdings().encoderId()));
    awaitUntil(live, now -> encoders.starts() == 2);
    Channel again = awaitWord(live, Word.LIVE);

    assertThat(again.holdings().encoderId()).isNotEqualTo(live.holdings().encoderId());
    assertThat(cloud.all("medialive-channel")).hasSize(1);
  }

  @Test
  void anEncoderThatFallsBackTellsWhyAndIsStartedAgain() {
    encoders.afterStart(EncoderState.IDLE);
    encoders.alerts(false, "Start Refused: this machine is full");
    Channel starting = start(create());

    Channel told = awaitUntil(starting, now -> now.status().reason() != null);
    assertThat(told.status().reason()).isEqualTo("Start Refused: this machine is full");

    encoders.afterStart(EncoderState.RUNNING);
    encoders.alerts(true);
    awaitWord(starting, Word.WAITING);
  }

  @Test
  void anEncoderAwsCouldNotMakeIsReplaced() {
    cloud.loseAnswerOf("medialive-channel");
    Channel starting = start(create());
    awaitUntil(starting, now -> !cloud.all("medialive-channel").isEmpty());
    encoders.all(EncoderState.CREATE_FAILED);

    awaitWord(starting, Word.WAITING);
    assertThat(cloud.all("medialive-channel")).hasSize(1);
    assertThat(cloud.made().stream().filter("medialive-channel"::equals)).hasSize(2);
  }

  @Test
  void aStopThatTakesTooLongIsToldAndGoesOn() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    encoders.afterStop(EncoderState.STOPPING);
    Channel stopping = stop(waiting);

    clock.advance(Duration.ofMinutes(11));
    Channel failed = awaitWord(stopping, Word.FAILED);
    assertThat(failed.status().reason()).contains("has not stopped within 10 minutes");
    assertThat(operation(stopping).status()).isEqualTo(OperationStatus.STUCK);

    encoders.all(EncoderState.IDLE);
    awaitWord(stopping, Word.IDLE);
    assertThat(operation(stopping).status()).isEqualTo(OperationStatus.SUCCEEDED);
  }

  @Test
  void theOverhaulOfALiveChannelChangesNothingForViewersWhenThePackagerIsSilent() {
    Channel live = bring(create(), Word.LIVE);

    cloud.silent("mediapackage-endpoint");
    clock.advance(Duration.ofMinutes(11));
    Channel told = awaitUntil(live, now -> now.status().reason() != null);

    assertThat(told.status().word()).isEqualTo(Word.LIVE);
    assertThat(told.holdings().origin()).isEqualTo(live.holdings().origin());
    assertThat(encoders.starts()).isEqualTo(1);
  }

  @Test
  void aStopFindsTheEncoderOfARunThatWasCutOffBeforeItCouldWriteDown() {
    Channel starting;
    try (var listening =
        CrashPoint.listen(
            point -> {
              if (point.equals("channel.attended")) {
                throw new PlayedCrash();
              }
            })) {
      starting = start(create());
      awaitUntil(starting, now -> encoders.starts() == 1);
      assertThat(channels.find(starting.id()).orElseThrow().holdings().encoderId()).isNull();
      stop(starting);
    }

    awaitWord(starting, Word.IDLE);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
  }
}
