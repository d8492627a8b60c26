package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStatus;
import onair.channel.operation.OperationStore;
import onair.channel.operation.Step;
import onair.channel.parts.EncoderSignals;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.channel.parts.EndpointSpec;
import onair.common.problem.Problem;
import onair.common.reconcile.CrashPoint;
import onair.common.web.Patch;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WithPostgres
@SpringBootTest(
    classes = ReconcilerWorld.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "onair.deployment=test",
      "onair.channel.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "onair.reconcile.poll=20ms",
      "onair.aws.call-timeout=3s",
      "onair.reconcile.settle=9s",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
    })
class ChannelReconcilerIT {

  private static final String ORGANIZATION = "org_1";

  /** What a listener throws to play the end of the process. */
  private static final class PlayedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final ChannelCommands commands;
  private final ChannelStore channels;
  private final OperationStore operations;
  private final EncoderSignals signals;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final FakeCloud cloud;
  private final FakeEncoders encoders;
  private final SettableClock clock;

  @Autowired
  ChannelReconcilerIT(
      ChannelCommands commands,
      ChannelStore channels,
      OperationStore operations,
      EncoderSignals signals,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      FakeCloud cloud,
      FakeEncoders encoders,
      SettableClock clock) {
    this.commands = commands;
    this.channels = channels;
    this.operations = operations;
    this.signals = signals;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.cloud = cloud;
    this.encoders = encoders;
    this.clock = clock;
  }

  @BeforeEach
  void emptyWorld() {
    transactions.executeWithoutResult(
        status -> {
          for (String table : List.of("channel", "operation", "resource", "scheduled_tasks")) {
            jdbc.sql("delete from " + table).update();
          }
        });
    cloud.reset();
    encoders.reset();
  }

  @Test
  void aNewChannelHasNothingInAws() {
    Channel channel = create();

    assertThat(channel.status()).isEqualTo(ChannelStatus.NEW);
    assertThat(operation(channel).status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void aStartMakesEverythingInOrderAndThenWaitsForTheBroadcaster() {
    Channel channel = start(create());
    assertThat(channel.status().word()).isEqualTo(Word.STARTING);

    Channel waiting = awaitWord(channel, Word.WAITING);

    assertThat(cloud.made())
        .containsExactly(
            "mediapackage-channel",
            "mediapackage-channel-policy",
            "mediapackage-endpoint",
            "mediapackage-endpoint-policy",
            "medialive-input-security-group",
            "medialive-input",
            "medialive-channel");
    assertThat(waiting.holdings().originPath()).startsWith("/out/v1/onair-test/").endsWith("/cmaf");
    assertThat(waiting.holdings().ingestUrl()).isEqualTo("rtmp://203.0.113.9:1935/live");
    assertThat(waiting.status().provisioning()).isEqualTo(Provisioning.RUNNING);
    Operation operation = operation(waiting);
    assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(operation.steps())
        .hasSize(8)
        .allMatch(step -> step.status() == Step.Status.SUCCEEDED)
        .allMatch(step -> step.finishedAt() != null)
        .filteredOn(step -> !step.name().equals("encoder-running"))
        .allMatch(step -> step.resource() != null);
  }

  @Test
  void isLiveWhenAnEventTellsThatInputIsThereAndReconnectingWhenItIsGone() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    encoders.alerts(false);
    tellInput(waiting);
    Channel live = awaitWithoutTime(waiting, now -> now.status().word() == Word.LIVE);
    assertThat(live.status().health()).isEqualTo(ChannelStatus.Health.HEALTHY);

    encoders.alerts(true);
    tellInput(waiting);
    awaitWithoutTime(waiting, now -> now.status().word() == Word.RECONNECTING);

    encoders.alerts(false);
    tellInput(waiting);
    awaitWithoutTime(waiting, now -> now.status().word() == Word.LIVE);
    assertThat(events(waiting))
        .containsExactly(
            "channel.created",
            "channel.starting",
            "channel.updated",
            "channel.waiting",
            "channel.live",
            "channel.reconnecting",
            "channel.live");
  }

  @Test
  void findsOutWithoutEventsThatItIsLiveAndThatItIsNotAnyMore() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    encoders.alerts(false);
    awaitWord(waiting, Word.LIVE);
    encoders.alerts(true);
    awaitWord(waiting, Word.RECONNECTING);
  }

  @Test
  void everyEventHasAHigherVersionThanTheOneBeforeAndNoneHoldsTheStreamKey() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    List<String> details =
        jdbc.sql("select detail from outbox where resource_id = :id order by seq")
            .param("id", "channel/" + waiting.id())
            .query(String.class)
            .list();
    List<Long> versions =
        jdbc.sql(
                "select (detail::jsonb -> 'resource' ->> 'version')::bigint from outbox"
                    + " where resource_id = :id order by seq")
            .param("id", "channel/" + waiting.id())
            .query(Long.class)
            .list();

    assertThat(versions).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
    assertThat(details).noneMatch(detail -> detail.contains(waiting.streamKey().value()));
    assertThat(details.getFirst())
        .contains("\"origin_path\":null")
        .contains("\"hls\":\"index.m3u8\"")
        .contains("\"playback_id\":\"" + waiting.playbackId() + "\"");
  }

  @Test
  void aStopKeepsWhatIsThereUntilItWasNotUsedForLong() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    assertThat(idle.status().provisioning()).isEqualTo(Provisioning.READY);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
    assertThat(cloud.all()).hasSize(7);

    clock.advance(Duration.ofHours(1));
    Channel empty = awaitUntil(idle, now -> now.status().provisioning() == Provisioning.NONE);
    assertThat(cloud.all()).isEmpty();
    assertThat(empty.holdings()).isEqualTo(Holdings.NOTHING);
    assertThat(empty.status().word()).isEqualTo(Word.IDLE);

    awaitWord(start(empty), Word.WAITING);
    assertThat(cloud.all()).hasSize(7);
  }

  @Test
  void aSecondStartUsesWhatTheFirstOneMade() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    awaitWord(start(idle), Word.WAITING);

    assertThat(cloud.made()).hasSize(7);
    assertThat(encoders.starts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Word.class,
      names = {"IDLE", "STARTING", "WAITING", "LIVE", "RECONNECTING", "STOPPING", "FAILED"})
  void aDeleteFromAnyStatusEndsWithNothingLeft(Word word) {
    Channel channel = bring(create(), word);

    Channel deleted = commands.delete(ORGANIZATION, channel.id().value(), null);
    assertThat(deleted.status().word()).isEqualTo(Word.DELETED);
    // The reconciler may already be at work, so the version may grow; it stays one and the same
    // delete.
    assertThat(commands.delete(ORGANIZATION, channel.id().value(), null).operationId())
        .isEqualTo(deleted.operationId());
    if (word == Word.STARTING) {
      // AWS stops only what runs, so a start that is under way has to end first.
      encoders.all(EncoderState.RUNNING);
    }

    awaitGone(channel);
    assertThat(cloud.all()).isEmpty();
    assertThat(jdbc.sql("select count(*) from resource").query(Long.class).single()).isZero();
    assertThat(operation(deleted).status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(events(channel)).endsWith("channel.deleted");
  }

  @Test
  void aStartOfWhatIsStartedIsRefusedNamingWhatIsAllowed() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    assertThatThrownBy(() -> start(waiting))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.toBody(null, null))
                  .containsEntry("current_status", "waiting")
                  .containsEntry("allowed_from", List.of("failed", "idle"));
            });
    assertThat(encoders.starts()).isEqualTo(1);
  }

  @Test
  void aStopOvertakesAStartThatIsUnderWay() {
    cloud.silent(true);
    Channel starting = start(create());
    Channel stopping = stop(starting);

    cloud.silent(false);
    awaitWord(stopping, Word.IDLE);

    assertThat(encoders.states()).noneMatch(EncoderState::needsStop);
    assertThat(operation(starting).status()).isEqualTo(OperationStatus.FAILED);
    assertThat(operation(starting).reason()).isEqualTo("Overtaken by channel.stop.");
    assertThat(operation(stopping).status()).isEqualTo(OperationStatus.SUCCEEDED);
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

    commands.delete(ORGANIZATION, waiting.id().value(), null);
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
      commands.delete(ORGANIZATION, idle.id().value(), null);
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
  void anotherLadderReplacesTheEncoderWhileIdleAndTheNextStartUsesIt() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    Channel changed = patch(idle, "1080p", null);
    awaitUntil(changed, now -> cloud.all("medialive-channel").isEmpty());
    assertThat(cloud.all()).hasSize(6);

    awaitWord(start(changed), Word.WAITING);
    assertThat(cloud.all("medialive-channel"))
        .singleElement()
        .satisfies(
            thing -> assertThat(((EncoderSpec) thing.spec()).ladder().name()).isEqualTo("1080p"));
  }

  @Test
  void anotherDvrWindowReplacesTheEndpointEvenWhenTheStartComesAtOnce() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    Channel changed = patch(idle, "720p", 7200);
    awaitWord(start(changed), Word.WAITING);

    assertThat(cloud.all("mediapackage-endpoint"))
        .singleElement()
        .satisfies(
            thing ->
                assertThat(((EndpointSpec) thing.spec()).startOver())
                    .isEqualTo(Duration.ofHours(2)));
    assertThat(cloud.all()).hasSize(7);
  }

  @Test
  void aSpecDoesNotChangeWhileTheChannelIsInUseButItsNameDoes() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    assertThatThrownBy(() -> patch(waiting, "1080p", null))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
    Channel renamed =
        commands.update(ORGANIZATION, waiting.id().value(), null, changes("Late show", null, null));
    assertThat(renamed.name()).isEqualTo("Late show");
    assertThat(renamed.spec()).isEqualTo(waiting.spec());
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

  private Channel bring(Channel channel, Word word) {
    return switch (word) {
      case IDLE -> channel;
      case STARTING -> {
        encoders.afterStart(EncoderState.STARTING);
        Channel starting = start(channel);
        yield awaitUntil(starting, now -> encoders.starts() == 1);
      }
      case WAITING -> awaitWord(start(channel), Word.WAITING);
      case LIVE -> {
        Channel waiting = awaitWord(start(channel), Word.WAITING);
        encoders.alerts(false);
        yield awaitWord(waiting, Word.LIVE);
      }
      case RECONNECTING -> {
        Channel live = bring(channel, Word.LIVE);
        encoders.alerts(true);
        yield awaitWord(live, Word.RECONNECTING);
      }
      case STOPPING -> stop(awaitWord(start(channel), Word.WAITING));
      case FAILED -> {
        cloud.refuse("medialive-input", FakeCloud.refusal(400, "BadRequest", "wrong"));
        Channel failed = awaitWord(start(channel), Word.FAILED);
        cloud.refuse("medialive-input", null);
        yield failed;
      }
      case DELETED -> throw new IllegalArgumentException("that is the end");
    };
  }

  private Channel create() {
    return commands.create(
        ORGANIZATION,
        new ChannelRequest("Show", null, null, null, null, null, null, null, null, null));
  }

  private Channel start(Channel channel) {
    return commands.start(ORGANIZATION, channel.id().value());
  }

  private Channel stop(Channel channel) {
    return commands.stop(ORGANIZATION, channel.id().value());
  }

  private Channel patch(Channel channel, String ladder, @Nullable Integer dvrWindowSeconds) {
    return commands.update(
        ORGANIZATION, channel.id().value(), null, changes(null, ladder, dvrWindowSeconds));
  }

  private static ChannelPatch changes(
      @Nullable String name, @Nullable String ladder, @Nullable Integer dvrWindowSeconds) {
    return new ChannelPatch(
        given(name),
        Patch.<Map<String, String>>absent(),
        given(ladder),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        given(dvrWindowSeconds),
        Patch.absent());
  }

  private static <T> Patch<T> given(@Nullable T value) {
    return value == null ? Patch.absent() : Patch.of(value);
  }

  private void tellInput(Channel channel) {
    Instant at = clock.instant();
    transactions.executeWithoutResult(
        status -> signals.inputJudged(String.valueOf(channel.holdings().encoderId()), at));
  }

  private Operation operation(Channel channel) {
    return operations.find(channel.operationId()).orElseThrow();
  }

  private List<String> events(Channel channel) {
    return jdbc.sql("select type from outbox where resource_id = :id order by seq")
        .param("id", "channel/" + channel.id())
        .query(String.class)
        .list();
  }

  private Channel awaitWord(Channel channel, Word word) {
    return awaitUntil(channel, now -> now.status().word() == word);
  }

  /** Lets time pass until it is so. */
  private Channel awaitUntil(Channel channel, Predicate<Channel> so) {
    return await()
        .alias(channel.id() + " as expected")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Duration.ofMillis(500));
              return channels.find(channel.id()).filter(so);
            },
            Optional::isPresent)
        .orElseThrow();
  }

  /** While the clock stands still: nothing but what was asked for happens. */
  private Channel awaitWithoutTime(Channel channel, Predicate<Channel> so) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> channels.find(channel.id()).filter(so), Optional::isPresent)
        .orElseThrow();
  }

  private void awaitGone(Channel channel) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Duration.ofMillis(500));
              return channels.find(channel.id()).isEmpty()
                  && jdbc.sql("select count(*) from resource where owner = :id")
                          .param("id", channel.id().value())
                          .query(Long.class)
                          .single()
                      == 0;
            });
  }
}
