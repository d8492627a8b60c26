package onair.channel.live;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import onair.channel.live.ChannelEdits.Consent;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStore;
import onair.channel.parts.EncoderSignals;
import onair.channel.parts.EncoderState;
import onair.common.patch.Patch;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real database and loop, a cloud and a clock in the test's hands, and what they are used for.
 */
@WithPostgres
@SpringBootTest(
    classes = ReconcilerWorld.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "onair.deployment=test",
      // Nobody listens there: events stay in the outbox, where the tests read them.
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.aws.call-timeout=3s",
      "onair.channel.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
      "onair.reconcile.poll=20ms",
      "onair.reconcile.settle=9s",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
    })
abstract class ReconcilerScenario {

  static final String ORGANIZATION = "org_1";

  final ChannelCommands commands;
  final ChannelEdits edits;
  final ChannelStore channels;
  final OperationStore operations;
  final EncoderSignals signals;
  final TransactionTemplate transactions;
  final JdbcClient jdbc;
  final FakeCloud cloud;
  final FakeEncoders encoders;
  final FakeFlows flows;
  final FakeCompanions companions;
  final SettableClock clock;

  ReconcilerScenario(World world) {
    this.commands = world.commands();
    this.edits = world.edits();
    this.channels = world.channels();
    this.operations = world.operations();
    this.signals = world.signals();
    this.transactions = world.transactions();
    this.jdbc = world.jdbc();
    this.cloud = world.cloud();
    this.encoders = world.encoders();
    this.flows = world.flows();
    this.companions = world.companions();
    this.clock = world.clock();
  }

  /** Everything a scenario has in its hands. */
  record World(
      ChannelCommands commands,
      ChannelEdits edits,
      ChannelStore channels,
      OperationStore operations,
      EncoderSignals signals,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      FakeCloud cloud,
      FakeEncoders encoders,
      FakeFlows flows,
      FakeCompanions companions,
      SettableClock clock) {}

  @BeforeEach
  void emptyWorld() {
    transactions.executeWithoutResult(
        status -> {
          for (String table :
              List.of(
                  "channel",
                  "session",
                  "clip",
                  "ad_break",
                  "usage_interval",
                  "srt_port",
                  "operation",
                  "resource",
                  "scheduled_tasks")) {
            jdbc.sql("delete from " + table).update();
          }
        });
    cloud.reset();
    encoders.reset();
    flows.reset();
    companions.reset();
  }

  Channel bring(Channel channel, Word word) {
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
      case DISABLED, DELETED -> throw new IllegalArgumentException("nothing goes on from there");
    };
  }

  Channel create() {
    return create(null, null, null);
  }

  Channel createSrt(String... cidrs) {
    return create(new ChannelRequest.Ingest("srt", null, null, List.of(cidrs), null), null, null);
  }

  Channel create(
      ChannelRequest.@Nullable Ingest ingest, @Nullable String origin, @Nullable String packaging) {
    return commands.create(
        ORGANIZATION,
        new ChannelRequest(
            "Show", ingest, null, null, origin, packaging, null, null, null, null, null, null, null,
            null));
  }

  Channel start(Channel channel) {
    return commands.start(ORGANIZATION, channel.id().value());
  }

  Channel stop(Channel channel) {
    return commands.stop(ORGANIZATION, channel.id().value());
  }

  Channel patch(Channel channel, String ladder, @Nullable Integer dvrWindowSeconds) {
    return edit(channel, changes(null, ladder, dvrWindowSeconds), Consent.NONE);
  }

  Channel edit(Channel channel, ChannelPatch patch, Consent consent) {
    return edits.edit(ORGANIZATION, channel.id().value(), IfMatch.any(), patch, consent).channel();
  }

  static ChannelPatch changes(
      @Nullable String name, @Nullable String ladder, @Nullable Integer dvrWindowSeconds) {
    return new ChannelPatch(
        given(name),
        Patch.<Map<String, String>>absent(),
        given(ladder),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        given(dvrWindowSeconds),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent());
  }

  static ChannelPatch pipelines(String pipelines) {
    return new ChannelPatch(
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.of(pipelines),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent());
  }

  static ChannelPatch origin(String origin) {
    return new ChannelPatch(
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.of(origin),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.of(0),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent());
  }

  static ChannelPatch record(boolean record) {
    return new ChannelPatch(
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.of(record),
        Patch.absent());
  }

  private static <T> Patch<T> given(@Nullable T value) {
    return value == null ? Patch.absent() : Patch.of(value);
  }

  void tellInput(Channel channel) {
    Instant at = clock.instant();
    transactions.executeWithoutResult(
        status -> signals.inputJudged(String.valueOf(channel.holdings().encoderId()), at));
  }

  Operation operation(Channel channel) {
    return operations.find(channel.operationId()).orElseThrow();
  }

  List<String> events(Channel channel) {
    return jdbc.sql("select type from outbox where resource_id = :id order by seq")
        .param("id", "channel/" + channel.id())
        .query(String.class)
        .list();
  }

  Channel awaitWord(Channel channel, Word word) {
    return awaitUntil(channel, now -> now.status().word() == word);
  }

  /** Lets time pass until it is so. */
  Channel awaitUntil(Channel channel, Predicate<Channel> so) {
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
  Channel awaitWithoutTime(Channel channel, Predicate<Channel> so) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> channels.find(channel.id()).filter(so), Optional::isPresent)
        .orElseThrow();
  }

  /** Nothing is under way when the clock jumps, and what is due then has been done. */
  void pass(Channel channel, Duration time) {
    settle(channel.id().value());
    clock.advance(time);
    settle(channel.id().value());
  }

  /** Until all that is due now has been done for it. */
  void settle(String owner) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from scheduled_tasks where task_instance like '%' || :id"
                                + " and execution_time <= :now")
                        .param("id", owner)
                        .param("now", Times.utc(clock.instant()))
                        .query(Long.class)
                        .single()
                    == 0);
  }

  void awaitGone(Channel channel) {
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
