package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import onair.channel.live.ChannelEdits.Consent;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStatus;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EndpointSpec;
import onair.common.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a channel that is changed while it is on air. */
class LiveEditsIT extends ReconcilerScenario {

  private static final String ENDPOINT = "mediapackage-endpoint";

  @Autowired
  LiveEditsIT(World world) {
    super(world);
  }

  @Test
  void anotherLadderIsRefusedWithTheWaysOutUntilARestartIsAskedFor() {
    Channel live = bring(create(), Word.LIVE);

    refused(
        () -> patch(live, "1080p", null),
        problem -> {
          assertThat(problem.code()).isEqualTo("restart_required");
          assertThat(problem.detail().orElseThrow()).contains("ladder", "apply=restart");
        });

    assertThat(channels.find(live.id())).contains(live);
  }

  @Test
  void aRestartReplacesTheEncoderAloneAndTheBroadcastGoesOn() {
    Channel live = bring(create(), Word.LIVE);
    List<FakeCloud.Thing> others = othersThanEncoders();

    Channel edited = edit(live, changes(null, "1080p", null), Consent.RESTART);

    assertThat(edited.operationId()).isNotEqualTo(live.operationId());
    Channel again =
        awaitUntil(edited, now -> encoders.starts() == 2 && now.status().word() == Word.LIVE);
    assertThat(cloud.all("medialive-channel"))
        .singleElement()
        .satisfies(
            thing -> assertThat(((EncoderSpec) thing.spec()).ladder().name()).isEqualTo("1080p"));
    assertThat(othersThanEncoders()).isEqualTo(others);
    assertThat(again.run().liveAt()).isEqualTo(live.run().liveAt());
    assertThat(again.holdings().origin()).isEqualTo(live.holdings().origin());
    assertThat(again.streamKey()).isEqualTo(live.streamKey());
    assertThat(events(live))
        .containsSubsequence(
            "channel.live", "channel.updated", "channel.reconnecting", "channel.live")
        .doesNotContain("session.ended");
    assertThat(sessions()).isEqualTo(1);
    Operation operation = operation(again);
    assertThat(operation.type()).isEqualTo("channel.restart");
    assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(operation.steps())
        .extracting(step -> step.name() + " " + step.status().name())
        .containsExactly("medialive-channel SUCCEEDED", "encoder-running SUCCEEDED");
  }

  @Test
  void twoPipelinesTakeAnotherInputAndKeepThePackager() {
    Channel live = bring(create(), Word.LIVE);
    List<FakeCloud.Thing> packaging = packaging();

    Channel edited = edit(live, pipelines(EncodingSpec.DUAL), Consent.RESTART);

    awaitUntil(edited, now -> encoders.starts() == 2 && now.status().word() == Word.LIVE);
    assertThat(((EncoderSpec) cloud.all("medialive-channel").getFirst().spec()).dual()).isTrue();
    assertThat(cloud.all("medialive-channel")).hasSize(1);
    assertThat(cloud.all("medialive-input")).hasSize(1);
    assertThat(packaging()).isEqualTo(packaging);
  }

  @Test
  void anotherWindowIsToldToTheEndpointUnderWhoWatches() {
    Channel live = bring(create(), Word.LIVE);
    String endpoint = cloud.all(ENDPOINT).getFirst().id();

    Channel edited = patch(live, "720p", 7200);

    Channel again = awaitUntil(edited, now -> edited.spec().equals(now.holdings().built()));
    assertThat(startOver(endpoint)).isEqualTo(Duration.ofHours(2));
    assertThat(again.operationId()).isEqualTo(live.operationId());
    assertThat(encoders.starts()).isEqualTo(1);
    assertThat(events(live).subList(events(live).indexOf("channel.live"), events(live).size()))
        .containsExactly("channel.live", "channel.updated");
  }

  @Test
  void anEndpointThatCannotBeReachedIsToldLaterAndTheChannelStaysLive() {
    Channel live = bring(create(), Word.LIVE);
    String endpoint = cloud.all(ENDPOINT).getFirst().id();
    cloud.silent(ENDPOINT);

    Channel edited = patch(live, "720p", 7200);
    Channel told = awaitUntil(edited, now -> now.status().reason() != null);

    assertThat(told.status().word()).isEqualTo(Word.LIVE);
    assertThat(told.holdings().built()).isEqualTo(live.spec());
    cloud.answers(ENDPOINT);
    awaitUntil(told, now -> now.status().reason() == null);
    assertThat(startOver(endpoint)).isEqualTo(Duration.ofHours(2));
    assertThat(events(live)).doesNotContain("channel.reconnecting");
  }

  @Test
  void aBroadcastThatIsRecordedKeepsWhatItsRecordingIsMadeOf() {
    Channel idle = create();
    Channel recording = edit(idle, record(true), Consent.NONE);
    Channel live = bring(recording, Word.LIVE);
    String endpoint = cloud.all(ENDPOINT).getFirst().id();

    Channel edited = edit(live, record(false), Consent.NONE);
    settle(edited.id().value());
    pass(edited, Duration.ofMinutes(11));
    assertThat(startOver(endpoint)).isEqualTo(Duration.ofHours(24));

    transactions.executeWithoutResult(
        status -> jdbc.sql("update session set recording = 'none'").update());
    awaitUntil(edited, now -> edited.spec().equals(now.holdings().built()));
    assertThat(startOver(endpoint)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void whatBreaksViewersIsRefusedOnAirWhateverIsConsentedTo() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    for (Consent consent : List.of(Consent.NONE, Consent.RESTART)) {
      refused(
          () -> edit(waiting, origin(PackagingSpec.S3), consent),
          problem -> {
            assertThat(problem.code()).isEqualTo("breaks_viewers");
            assertThat(problem.detail().orElseThrow())
                .contains("another origin", "another channel")
                .doesNotContain("apply");
          });
    }
    assertThat(channels.find(waiting.id()).map(Channel::spec)).contains(waiting.spec());
  }

  @Test
  void aChannelThatStopsTakesANameAndNothingElse() {
    Channel stopping = bring(create(), Word.STOPPING);

    refused(
        () -> patch(stopping, "720p", 7200),
        problem -> assertThat(problem.code()).isEqualTo("status_conflict"));
    assertThat(edit(stopping, changes("Late show", null, null), Consent.NONE).name())
        .isEqualTo("Late show");
  }

  @Test
  void aSecondEditWhileTheFirstIsUnderWayIsWhatItComesTo() {
    Channel live = bring(create(), Word.LIVE);

    Channel once = edit(live, changes(null, "1080p", null), Consent.RESTART);
    awaitUntil(once, now -> now.status().word() == Word.RECONNECTING);
    Channel twice = edit(once, changes(null, "540p", 7200), Consent.RESTART);

    awaitUntil(
        twice,
        now -> twice.spec().equals(now.holdings().built()) && now.status().word() == Word.LIVE);
    assertThat(cloud.all("medialive-channel"))
        .singleElement()
        .satisfies(
            thing -> assertThat(((EncoderSpec) thing.spec()).ladder().name()).isEqualTo("540p"));
    assertThat(operations.find(once.operationId()).orElseThrow().status())
        .isEqualTo(OperationStatus.FAILED);
    assertThat(sessions()).isEqualTo(1);
  }

  private void refused(Runnable edit, Consumer<Problem> so) {
    assertThatThrownBy(edit::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              so.accept(problem);
            });
  }

  private long sessions() {
    return jdbc.sql("select count(*) from session where ended_at is null")
        .query(Long.class)
        .single();
  }

  private Duration startOver(String endpoint) {
    assertThat(cloud.all(ENDPOINT)).extracting(FakeCloud.Thing::id).containsExactly(endpoint);
    return ((EndpointSpec) cloud.all(ENDPOINT).getFirst().spec()).startOver();
  }

  private List<FakeCloud.Thing> packaging() {
    return cloud.all().stream().filter(thing -> thing.kind().startsWith("mediapackage")).toList();
  }

  private List<FakeCloud.Thing> othersThanEncoders() {
    return cloud.all().stream().filter(thing -> !thing.kind().equals("medialive-channel")).toList();
  }
}
