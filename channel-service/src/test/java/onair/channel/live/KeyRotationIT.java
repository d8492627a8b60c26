package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderState;
import onair.channel.parts.InputSpec;
import onair.channel.parts.SecretSpec;
import onair.channel.secret.StreamKey;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a channel whose key is changed. */
class KeyRotationIT extends ReconcilerScenario {

  @Autowired
  KeyRotationIT(World world) {
    super(world);
  }

  @Test
  void aLiveChannelHasAnotherInputAndEncoderAndIsWatchedWhereItWas() {
    Channel live = bring(create(), Word.LIVE);
    List<FakeCloud.Thing> packaging = packaging();

    Channel rotated = rotate(live);

    assertThat(rotated.streamKey()).isNotEqualTo(live.streamKey());
    assertThat(rotated.version()).isEqualTo(live.version() + 1);
    Channel again =
        awaitUntil(
            rotated, now -> inputs().equals(streams(rotated)) && now.status().word() == Word.LIVE);
    assertThat(again.streamKey()).isEqualTo(rotated.streamKey());
    assertThat(again.playbackId()).isEqualTo(live.playbackId());
    assertThat(again.holdings().origin()).isEqualTo(live.holdings().origin());
    assertThat(packaging()).isEqualTo(packaging).isNotEmpty();
    assertThat(cloud.all("medialive-channel")).hasSize(1);
    assertThat(encoders.starts()).isEqualTo(2);
    assertThat(events(live))
        .containsSubsequence(
            "channel.live", "channel.key_rotated", "channel.reconnecting", "channel.live");
  }

  @Test
  void aChannelBySrtKeepsItsPortAndHasAnotherPassphrase() {
    Channel waiting = awaitWord(start(createSrt("203.0.113.0/24")), Word.WAITING);

    Channel rotated = rotate(waiting);

    awaitUntil(
        rotated, now -> secrets().equals(List.of(rotated.streamKey())) && encoders.starts() == 2);
    Channel again = awaitWord(rotated, Word.WAITING);
    assertThat(again.srtPort()).isEqualTo(waiting.srtPort());
    assertThat(again.holdings().ingestUrl()).isEqualTo(waiting.holdings().ingestUrl());
    assertThat(cloud.all("mediaconnect-flow")).hasSize(1);
  }

  @Test
  void aChannelThatRestsLosesWhatCarriesTheOldKeyAndStartsWithTheNewOne() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    Channel idle = awaitWord(stop(waiting), Word.IDLE);
    assertThat(inputs()).isEqualTo(streams(waiting));

    Channel rotated = rotate(idle);

    awaitUntil(rotated, now -> inputs().isEmpty());
    awaitWord(start(rotated), Word.WAITING);
    assertThat(inputs()).isEqualTo(streams(rotated));
  }

  @Test
  void aChannelThatIsBeingMadeIsMadeWithTheNewKey() {
    cloud.silent("medialive-input");
    Channel starting = start(create());
    awaitUntil(starting, now -> cloud.made().contains("medialive-input-security-group"));

    Channel rotated = rotate(starting);
    cloud.reset();

    awaitUntil(rotated, now -> now.status().word() == Word.WAITING);
    assertThat(inputs()).isEqualTo(streams(rotated));
    assertThat(cloud.all("medialive-channel")).hasSize(1);
  }

  @Test
  void aLostAnswerWhileTheKeyIsChangedLeavesNothingWithTheOldOne() {
    Channel live = bring(create(), Word.LIVE);
    cloud.loseAnswerOf("medialive-input");

    Channel once = rotate(live);
    awaitUntil(once, now -> !inputs().equals(streams(live)));
    Channel twice = rotate(once);

    awaitUntil(twice, now -> inputs().equals(streams(twice)) && now.status().word() == Word.LIVE);
    assertThat(cloud.all("medialive-channel")).hasSize(1);
  }

  @Test
  void aChannelThatIsBeingRemovedKeepsItsKey() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    encoders.afterStop(EncoderState.STOPPING);
    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());

    assertThatThrownBy(() -> rotate(waiting))
        .isInstanceOfSatisfying(Problem.class, told -> assertThat(told.status()).isEqualTo(409));
  }

  private Channel rotate(Channel channel) {
    return commands.rotateKey(ORGANIZATION, channel.id().value(), IfMatch.any());
  }

  private static List<String> streams(Channel channel) {
    return List.of("live/" + channel.streamKey().value());
  }

  private List<String> inputs() {
    return cloud.all("medialive-input").stream()
        .flatMap(thing -> ((InputSpec.Push) thing.spec()).streamNames().stream())
        .toList();
  }

  private List<StreamKey> secrets() {
    return cloud.all("secretsmanager-secret").stream()
        .map(thing -> new StreamKey(((SecretSpec) thing.spec()).passphrase()))
        .toList();
  }

  private List<FakeCloud.Thing> packaging() {
    return cloud.all().stream().filter(thing -> thing.kind().startsWith("mediapackage")).toList();
  }
}
