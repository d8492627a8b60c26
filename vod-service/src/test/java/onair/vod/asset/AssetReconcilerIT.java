package onair.vod.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import onair.common.event.IncomingEvent;
import onair.common.reconcile.CrashPoint;
import onair.common.version.IfMatch;
import onair.test.WithPostgres;
import onair.vod.harvest.HarvestSpec;
import onair.vod.harvest.ObservedHarvest;
import onair.vod.harvest.Packaging;
import onair.vod.recording.ClipListener;
import onair.vod.storage.Keys;
import onair.vod.transcode.MediaFacts;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.Probes.Probed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of an asset when all goes well, when AWS refuses or falls silent, and when we do.
 */
@WithPostgres
@SpringBootTest(
    classes = AssetWorld.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "onair.deployment=test",
      // Nobody listens there: events stay in the outbox, where the tests read them.
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.aws.call-timeout=3s",
      "onair.reconcile.poll=20ms",
      "onair.reconcile.settle=9s",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
      "spring.application.name=vod-service",
    })
class AssetReconcilerIT {

  private static final String ORGANIZATION = "org_1";
  private static final Probed FILM =
      new Probed.Media(
          new MediaFacts(
              "mp4", Duration.ofSeconds(12), new MediaFacts.Video(1280, 720, 25, "avc"), 1));

  private final AssetWorld.Hands hands;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;

  /** What a listener throws to play the end of the process. */
  private static final class PlayedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Autowired
  AssetReconcilerIT(AssetWorld.Hands hands, TransactionTemplate transactions, JdbcClient jdbc) {
    this.hands = hands;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void emptyWorld() {
    transactions.executeWithoutResult(
        status -> {
          for (String table : List.of("asset", "clip", "resource", "scheduled_tasks")) {
            jdbc.sql("delete from " + table).update();
          }
        });
    hands.jobs().reset();
    hands.harvests().reset();
    hands.objects().reset();
    hands.probe().answers(FILM);
  }

  private AssetId arrived() {
    AssetId id = hands.commands().nextId();
    hands.objects().put(Keys.source(id.value(), "up_1"), "the film");
    transactions.executeWithoutResult(
        status -> {
          hands
              .commands()
              .expect(id, ORGANIZATION, new AssetRequest("Film", Map.of(), true), "up_1", 8);
          hands.commands().arrived(id.value());
        });
    return id;
  }

  private AssetId recorded() {
    Instant end = hands.clock().instant();
    return Objects.requireNonNull(
        transactions.execute(
            status ->
                hands
                    .commands()
                    .record(
                        ORGANIZATION,
                        "Show",
                        new AssetCommands.Broadcast(
                            "ch_1",
                            "ses_1",
                            new Packaging("group", "channel", "endpoint"),
                            end.minusSeconds(60),
                            end))));
  }

  /** Lets time pass until it is so. */
  private Asset awaitUntil(AssetId id, Predicate<Asset> so) {
    return await()
        .alias(id + " as expected")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              hands.clock().advance(Duration.ofMillis(500));
              return hands.assets().find(id).filter(so);
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private Asset awaitStatus(AssetId id, AssetStatus status) {
    return awaitUntil(id, asset -> asset.status() == status);
  }

  private void awaitGone(AssetId id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              hands.clock().advance(Duration.ofMillis(500));
              return hands.assets().find(id).isEmpty()
                  && jdbc.sql("select count(*) from resource where owner = :id")
                          .param("id", id.value())
                          .query(Long.class)
                          .single()
                      == 0;
            });
  }

  private Asset awaitMade(AssetId id) {
    return awaitUntil(id, asset -> !hands.jobs().made().isEmpty());
  }

  private void jobEnds(AssetId id) {
    hands.objects().put(Keys.outputs(id.value()) + "index.m3u8", "#EXTM3U");
    hands.jobs().all(new ObservedJob(ObservedJob.State.COMPLETE, null, 100, null));
  }

  /** What was told of how far it is: status, percent and phase. */
  private List<String> progress(AssetId id) {
    return jdbc.sql(
            """
            select concat_ws(' ', data ->> 'status', data ->> 'percent', data ->> 'phase')
            from outbox, lateral (select detail::jsonb -> 'data' as data) told
            where resource_id = :id and type = 'asset.progress' order by seq
            """)
        .param("id", "asset/" + id)
        .query(String.class)
        .list();
  }

  private List<String> events(AssetId id) {
    return jdbc.sql(
            """
            select type from outbox where resource_id = :id and type <> 'asset.progress' order by seq
            """)
        .param("id", "asset/" + id)
        .query(String.class)
        .list();
  }

  private @Nullable String recordingTold() {
    return jdbc.sql(
            "select type from outbox where resource_id = 'recording/ses_1' order by seq desc limit 1")
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Test
  void aFilmBecomesReadyAndTellsHowFarItIs() {
    AssetId id = arrived();
    awaitMade(id);
    hands.jobs().all(new ObservedJob(ObservedJob.State.PROGRESSING, "transcoding", 42, null));
    Asset processing = awaitUntil(id, asset -> asset.state().progress().percent() == 42);
    assertThat(processing.status()).isEqualTo(AssetStatus.PROCESSING);
    assertThat(processing.state().progress().phase()).isEqualTo("transcoding");

    hands.jobs().all(new ObservedJob(ObservedJob.State.PROGRESSING, "uploading", 40, null));
    Asset later = awaitUntil(id, asset -> asset.state().progress().phase().equals("uploading"));
    assertThat(later.state().progress().percent()).as("never falls").isEqualTo(42);

    jobEnds(id);
    Asset ready = awaitStatus(id, AssetStatus.READY);
    assertThat(ready.state().progress()).isEqualTo(new Progress("ready", 100));
    assertThat(ready.state().media()).isEqualTo(new Media(12, 1280, 720, true));
    assertThat(ready.state().files())
        .isEqualTo(
            new Files("index.m3u8", "index.mpd", "thumbnails/frame.0000000.jpg", "download.mp4"));
    assertThat(events(id))
        .containsExactly("asset.created", "asset.probing", "asset.processing", "asset.ready");
    assertThat(progress(id))
        .containsExactly(
            "probing 0 probing",
            "processing 0 queued",
            "processing 42 transcoding",
            "processing 42 uploading",
            "ready 100 ready");
    assertThat(hands.jobs().made()).hasSize(1);
  }

  @Test
  void howFarItIsIsToldByTensAndNeverGoesBack() {
    AssetId id = arrived();
    awaitMade(id);
    for (int percent : List.of(3, 9, 12, 11, 19, 58, 40, 59, 60, 100)) {
      int furthest =
          Math.clamp(
              percent, hands.assets().find(id).orElseThrow().state().progress().percent(), 99);
      hands
          .jobs()
          .all(new ObservedJob(ObservedJob.State.PROGRESSING, "transcoding", percent, null));
      awaitUntil(
          id, asset -> asset.state().progress().equals(new Progress("transcoding", furthest)));
    }
    jobEnds(id);
    awaitStatus(id, AssetStatus.READY);

    assertThat(progress(id))
        .containsExactly(
            "probing 0 probing",
            "processing 0 queued",
            "processing 3 transcoding",
            "processing 12 transcoding",
            "processing 58 transcoding",
            "processing 60 transcoding",
            "processing 99 transcoding",
            "ready 100 ready");
  }

  @Test
  void nothingIsPaidForAFileThatCannotBecomeAnAsset() {
    hands.probe().answers(new Probed.NoMedia("it is a text"));
    AssetId text = arrived();
    assertThat(awaitStatus(text, AssetStatus.ERRORED).state().reason()).contains("it is a text");

    hands.probe().answers(FILM);
    AssetId id = hands.commands().nextId();
    hands.objects().put(Keys.source(id.value(), "up_2"), "");
    transactions.executeWithoutResult(
        status -> {
          hands
              .commands()
              .expect(id, ORGANIZATION, new AssetRequest("None", null, null), "up_2", 0);
          hands.commands().arrived(id.value());
        });
    assertThat(awaitStatus(id, AssetStatus.ERRORED).state().reason())
        .isEqualTo("The file is empty.");
    assertThat(hands.jobs().made()).isEmpty();
  }

  @Test
  void aJobThatFailsIsToldInAwsWordsAndCanBeRemoved() {
    AssetId id = arrived();
    awaitMade(id);
    hands.jobs().all(new ObservedJob(ObservedJob.State.ERROR, null, 12, "1040: unsupported codec"));

    Asset errored = awaitStatus(id, AssetStatus.ERRORED);
    assertThat(errored.state().reason()).contains("1040: unsupported codec");
    hands.commands().delete(ORGANIZATION, id.value(), IfMatch.any());
    awaitGone(id);
    assertThat(hands.objects().isEmpty()).isTrue();
  }

  @Test
  void aRequestAwsCallsWrongEndsErrored() {
    hands
        .jobs()
        .refuse(
            AwsServiceException.builder()
                .statusCode(400)
                .numAttempts(1)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .serviceName("MediaConvert")
                        .errorCode("BadRequestException")
                        .errorMessage("the role is not allowed")
                        .build())
                .build());
    assertThat(awaitStatus(arrived(), AssetStatus.ERRORED).state().reason())
        .contains("the role is not allowed");
  }

  @Test
  void silenceOfAwsIsToldHealsByItselfAndPaysOnce() {
    hands.jobs().silent(true);
    AssetId id = arrived();
    assertThat(awaitUntil(id, asset -> asset.state().reason() != null).status())
        .isEqualTo(AssetStatus.PROCESSING);

    hands.jobs().silent(false);
    awaitUntil(id, asset -> asset.state().reason() == null && !hands.jobs().made().isEmpty());
    jobEnds(id);
    awaitStatus(id, AssetStatus.READY);
    assertThat(hands.jobs().made()).hasSize(1);
  }

  @Test
  void aLostAnswerIsFoundAgainAlsoWhenTheTokenIsForgotten() {
    hands.jobs().loseAnswer();
    var crashed = new AtomicBoolean();
    try (var listening =
        CrashPoint.listen(
            point -> {
              if (point.equals("resource.create.failed") && crashed.compareAndSet(false, true)) {
                hands.clock().advance(Duration.ofMinutes(2));
                throw new PlayedCrash();
              }
            })) {
      AssetId id = arrived();
      awaitMade(id);
      jobEnds(id);
      awaitStatus(id, AssetStatus.READY);
      assertThat(hands.jobs().made()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.intent.before",
        "resource.intent.after",
        "resource.create.answered",
        "resource.created.after",
        "asset.attended",
        "run.ending"
      })
  void aCrashAnywhereIsMadeGoodWithOneJob(String point) {
    var crashed = new AtomicBoolean();
    try (var listening =
        CrashPoint.listen(
            name -> {
              if (name.equals(point) && crashed.compareAndSet(false, true)) {
                throw new PlayedCrash();
              }
            })) {
      AssetId id = arrived();
      awaitMade(id);
      jobEnds(id);
      awaitStatus(id, AssetStatus.READY);
      assertThat(crashed).as("the point was passed").isTrue();
      assertThat(hands.jobs().made()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resource.delete-asked.after",
        "resource.delete.answered",
        "asset.attended",
        "asset.gone"
      })
  void aCrashWhileRemovingIsMadeGood(String point) {
    AssetId id = arrived();
    awaitMade(id);
    hands.objects().put(Keys.outputs(id.value()) + "index_v720_000000001.cmfv", "half");
    var crashed = new AtomicBoolean();
    try (var listening =
        CrashPoint.listen(
            name -> {
              if (name.equals(point) && crashed.compareAndSet(false, true)) {
                throw new PlayedCrash();
              }
            })) {
      hands.commands().delete(ORGANIZATION, id.value(), IfMatch.any());
      awaitGone(id);
      assertThat(crashed).as("the point was passed").isTrue();
    }
    assertThat(hands.jobs().running()).isEmpty();
    assertThat(hands.objects().isEmpty()).isTrue();
    assertThat(events(id)).endsWith("asset.deleted");
  }

  @Test
  void anEventOnlyMakesItLookSooner() {
    AssetId id = arrived();
    awaitMade(id);
    jobEnds(id);
    transactions.executeWithoutResult(status -> hands.signals().changed(id.value()));
    transactions.executeWithoutResult(status -> hands.signals().changed("as_nobody"));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> hands.assets().find(id).orElseThrow().status() == AssetStatus.READY);
  }

  @Test
  void aBroadcastBecomesAnAssetAsLongAsWhatWasHarvested() {
    AssetId id = recorded();
    awaitUntil(id, asset -> !hands.harvests().made().isEmpty());
    assertThat(hands.harvests().made().getFirst().outputPrefix()).isEqualTo("vod/" + id + "/");
    String prefix = Keys.outputs(id.value());
    hands
        .objects()
        .put(
            prefix + "index.m3u8",
            "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,RESOLUTION=1280x720\nv720.m3u8\n");
    hands.objects().put(prefix + "v720.m3u8", "#EXTINF:30.0,\na\n#EXTINF:29.5,\nb\n");
    hands.objects().put(prefix + "index.mpd", "<MPD/>");
    hands.harvests().all(new ObservedHarvest(ObservedHarvest.State.COMPLETED, null));

    Asset ready = awaitStatus(id, AssetStatus.READY);
    assertThat(ready.state().media()).isEqualTo(new Media(59.5, 1280, 720, true));
    assertThat(ready.state().files()).isEqualTo(new Files("index.m3u8", "index.mpd", null, null));
    assertThat(recordingTold()).isEqualTo("recording.ready");
    assertThat(hands.jobs().made()).isEmpty();
  }

  @Test
  void aHarvestThatFailsOrCannotBeginIsTold() {
    AssetId failing = recorded();
    awaitUntil(failing, asset -> !hands.harvests().made().isEmpty());
    hands.harvests().all(new ObservedHarvest(ObservedHarvest.State.FAILED, "no content"));
    assertThat(awaitStatus(failing, AssetStatus.ERRORED).state().reason()).contains("no content");
    assertThat(recordingTold()).isEqualTo("recording.errored");

    hands.harvests().silent(true);
    AssetId silent = recorded();
    awaitUntil(silent, asset -> asset.state().reason() != null);
    hands.clock().advance(Duration.ofMinutes(10));
    awaitStatus(silent, AssetStatus.ERRORED);
  }

  @Test
  void aRecordingDeletedOnItsWayIsToldAsFailedAndLeavesNothing() {
    AssetId id = recorded();
    awaitUntil(id, asset -> !hands.harvests().made().isEmpty());
    hands.commands().delete(ORGANIZATION, id.value(), IfMatch.any());
    awaitGone(id);
    assertThat(hands.harvests().running()).isEmpty();
    assertThat(recordingTold()).isEqualTo("recording.errored");
  }

  @Test
  void aClipIsHarvestedOnceExactlyAsAskedForHoweverOftenItIsAskedFor() {
    String request = clipRequest("clp_1", hands.clock().instant());
    hear(request);
    hear(request);

    AssetId id = clipped("clp_1");
    awaitUntil(id, asset -> !hands.harvests().made().isEmpty());
    HarvestSpec harvest = hands.harvests().made().getFirst();
    assertThat(request)
        .contains(harvest.startedAt().toString())
        .contains(harvest.endedAt().toString());
    assertThat(harvest.packaging()).isEqualTo(new Packaging("group", "channel", "cmaf"));
    harvested(id);
    Asset ready = awaitStatus(id, AssetStatus.READY);

    assertThat(hands.harvests().made()).hasSize(1);
    assertThat(ready.name()).isEqualTo("Goal");
    assertThat(ready.metadata()).isEqualTo(Map.of("crew", "a"));
    assertThat(clipTold("clp_1")).isEqualTo("clip.ready " + id);
    assertThat(
            jdbc.sql("select type from outbox where resource_id = 'recording/ses_9'")
                .query(String.class)
                .list())
        .as("it is no recording")
        .isEmpty();
    hands.commands().delete(ORGANIZATION, id.value(), IfMatch.any());
    awaitGone(id);
    hear(request);
    assertThat(clipped("clp_1")).as("never made again").isEqualTo(id);
    assertThat(hands.assets().find(id)).isEmpty();
  }

  @Test
  void aClipThatCannotBeMadeOrIsDeletedBeforeItIsThereIsTold() {
    hear(clipRequest("clp_2", hands.clock().instant()));
    AssetId failing = clipped("clp_2");
    awaitUntil(failing, asset -> !hands.harvests().made().isEmpty());
    hands.harvests().all(new ObservedHarvest(ObservedHarvest.State.FAILED, "no content"));
    assertThat(awaitStatus(failing, AssetStatus.ERRORED).state().reason())
        .isEqualTo("The clip could not be made: no content");
    assertThat(clipTold("clp_2")).isEqualTo("clip.failed " + failing);

    hear(clipRequest("clp_3", hands.clock().instant()));
    AssetId deleted = clipped("clp_3");
    hands.commands().delete(ORGANIZATION, deleted.value(), IfMatch.any());
    assertThat(clipTold("clp_3")).isEqualTo("clip.failed " + deleted);
    awaitGone(deleted);
    assertThat(hands.harvests().running()).isEmpty();
  }

  private void harvested(AssetId id) {
    hands.objects().put(Keys.outputs(id.value()) + "index.m3u8", "#EXTINF:10.0,\na\n");
    hands.harvests().all(new ObservedHarvest(ObservedHarvest.State.COMPLETED, null));
  }

  private static String clipRequest(String clip, Instant end) {
    return """
        {"data":{"organization_id":"%s","channel_id":"ch_1","session_id":"ses_9","clip_id":"%s",
         "name":"Goal","start_at":"%s","end_at":"%s","metadata":{"crew":"a"},
         "packaging":{"group":"group","channel":"channel","endpoint":"cmaf"}}}
        """
        .formatted(ORGANIZATION, clip, end.minusSeconds(10), end);
  }

  private void hear(String request) {
    var event =
        new IncomingEvent(
            "evt_1",
            "onair.channel-service",
            "clip.requested",
            hands.clock().instant(),
            List.of(),
            JsonMapper.shared().readTree(request));
    var listener = new ClipListener(hands.commands(), jdbc);
    assertThat(listener.accepts(event.source(), event.detailType())).isTrue();
    transactions.executeWithoutResult(status -> listener.on(event));
  }

  private AssetId clipped(String clip) {
    return new AssetId(
        jdbc.sql("select asset_id from clip where clip_id = :clip")
            .param("clip", clip)
            .query(String.class)
            .single());
  }

  private String clipTold(String clip) {
    return jdbc.sql(
            """
            select type || ' ' || (detail::jsonb -> 'data' ->> 'asset_id') from outbox
            where resource_id = 'clip/' || :clip and detail::jsonb -> 'data' ->> 'clip_id' = :clip
            """)
        .param("clip", clip)
        .query(String.class)
        .single();
  }
}
