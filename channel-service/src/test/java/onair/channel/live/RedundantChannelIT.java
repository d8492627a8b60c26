package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderSource;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.channel.parts.InputSpec;
import onair.channel.secret.StreamKey;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a channel that is pushed to, and encoded, twice. */
class RedundantChannelIT extends ReconcilerScenario {

  private static final String MAIN = "medialive-input";
  private static final String BACKUP = "medialive-input/backup";
  private static final String HOST = "rtmp://203.0.113.9:1935/";

  @Autowired
  RedundantChannelIT(World world) {
    super(world);
  }

  @Test
  void bothInputsTakeWhatIsPushedToBothPipelinesAndNothingIsLeftOfThem() {
    Channel waiting = awaitWord(start(redundant()), Word.WAITING);

    StreamKey key = waiting.streamKey();
    assertThat(streams(MAIN)).isEqualTo(List.of("live/" + key.value(), "live2/" + key.value()));
    String spare = key.backup().value();
    assertThat(streams(BACKUP)).isEqualTo(List.of("live/" + spare, "live2/" + spare));
    assertThat(encoder().dual()).isTrue();
    assertThat(encoder().source()).isEqualTo(new EncoderSource(id(MAIN), id(BACKUP), false));
    assertThat(waiting.holdings().ingestUrl()).isEqualTo(HOST + "live");
    assertThat(waiting.holdings().spareUrls())
        .isEqualTo(new SpareUrls(HOST + "live2", HOST + "live", HOST + "live2"));
    assertThat(operation(waiting).steps())
        .allMatch(step -> step.status() == onair.channel.operation.Step.Status.SUCCEEDED);

    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitGone(waiting);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void whileOneOfTwoPipelinesIsMendedTheChannelIsLiveAndSaysSo() {
    Channel waiting = awaitWord(start(redundant()), Word.WAITING);
    encoders.alerts(false);
    Channel live = awaitWord(waiting, Word.LIVE);

    encoders.all(EncoderState.RECOVERING);
    encoders.halved("Pipeline Failed: it died");

    Channel told = awaitUntil(live, now -> now.status().reason() != null);
    assertThat(told.status().word()).isEqualTo(Word.LIVE);
    assertThat(told.status().health()).isEqualTo(Health.HEALTHY);
    assertThat(told.status().reason()).contains("Pipeline Failed");
    assertThat(events(live)).doesNotContain("channel.reconnecting");

    encoders.alerts(false, "Pipeline Failed: it died", "Pipeline Failed: so did the other");
    awaitWord(told, Word.RECONNECTING);
  }

  @Test
  void anotherKeyIsAnotherOneForTheBackupToo() {
    Channel waiting = awaitWord(start(redundant()), Word.WAITING);

    Channel rotated = commands.rotateKey(ORGANIZATION, waiting.id().value(), IfMatch.any());

    String spare = rotated.streamKey().backup().value();
    awaitUntil(
        rotated,
        now ->
            streams(BACKUP).equals(List.of("live/" + spare, "live2/" + spare))
                && encoders.starts() == 2);
    assertThat(streams(MAIN)).noneMatch(name -> name.contains(waiting.streamKey().value()));
  }

  @Test
  void aFailedBackupIsNamedByItsStepAndHoldsTheStartUp() {
    cloud.refuse(BACKUP, FakeCloud.refusal(400, "BadRequest", "wrong"));

    Channel failed = awaitWord(start(redundant()), Word.FAILED);

    assertThat(failed.status().reason()).contains("wrong");
    awaitUntil(failed, now -> cloud.all().isEmpty());
  }

  private Channel redundant() {
    return commands.create(
        ORGANIZATION,
        new ChannelRequest(
            "Show",
            new ChannelRequest.Ingest("rtmp", null, null, null, true),
            null,
            null,
            null,
            null,
            EncodingSpec.DUAL,
            null,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  private EncoderSpec encoder() {
    return (EncoderSpec) cloud.all("medialive-channel").getFirst().spec();
  }

  private String id(String kind) {
    return cloud.all(kind).getFirst().id();
  }

  private List<String> streams(String kind) {
    return cloud.all(kind).stream()
        .flatMap(thing -> ((InputSpec.Push) thing.spec()).streamNames().stream())
        .toList();
  }
}
