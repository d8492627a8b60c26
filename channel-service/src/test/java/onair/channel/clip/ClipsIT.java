package onair.channel.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.channel.session.Broadcast;
import onair.channel.session.PackagedAt;
import onair.channel.session.Sessions;
import onair.common.event.IncomingEvent;
import onair.common.problem.Problem;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clips over a real database, with channels and the clock in the test's hands. */
@WithPostgres
@SpringBootTest(
    classes = ClipWorld.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "onair.deployment=test",
      // Nobody listens there: events stay in the outbox, where the tests read them.
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
    })
class ClipsIT {

  private static final String CHANNEL = "ch_1";

  private final ClipCommands commands;
  private final ClipStore store;
  private final ClipListener listener;
  private final Sessions sessions;
  private final FakeSources sources;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SettableClock clock;

  @Autowired
  ClipsIT(
      ClipCommands commands,
      ClipStore store,
      ClipListener listener,
      Sessions sessions,
      FakeSources sources,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SettableClock clock) {
    this.commands = commands;
    this.store = store;
    this.listener = listener;
    this.sessions = sessions;
    this.sources = sources;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @BeforeEach
  void neverLive() {
    jdbc.sql("delete from clip").update();
    jdbc.sql("delete from session").update();
    sources.be(FakeSources.live(CHANNEL));
  }

  @Test
  void theLastSecondsOfARunningBroadcastAreAskedForOnceAndWithAllThatIsNeeded() {
    Instant live = goLive();
    clock.advance(Duration.ofMinutes(2));

    Clip clip = last(30);

    assertThat(clip.status()).isEqualTo(Clip.Status.PENDING);
    assertThat(clip.startAt()).isEqualTo(live.plusSeconds(90));
    assertThat(clip.endAt()).isEqualTo(live.plusSeconds(120));
    assertThat(store.find("org_1", CHANNEL, clip.id())).contains(clip);
    assertThat(told(clip)).hasSize(1);
    JsonNode data = told(clip).getFirst().path("data");
    assertThat(data.path("session_id").asString()).isEqualTo(clip.sessionId());
    assertThat(data.path("start_at").asString()).isEqualTo(clip.startAt().toString());
    assertThat(data.path("end_at").asString()).isEqualTo(clip.endAt().toString());
    assertThat(data.path("packaging").toString()).contains("group", "channel", "cmaf");
    assertThat(data.at("/metadata/crew").asString()).isEqualTo("a");
  }

  @Test
  void anythingWithinWhatCanStillBePlayedIsTakenAndNothingOutsideOfIt() {
    Instant live = goLive();
    clock.advance(Duration.ofMinutes(2));
    Instant now = clock.instant();

    assertThat(between(live, live.plusSeconds(5)).startAt()).isEqualTo(live);
    assertThat(between(now.minusSeconds(1), now).endAt()).isEqualTo(now);
    assertThat(last(120).startAt()).isEqualTo(live);
    refused(() -> between(live.minusMillis(1), now)).satisfies(because("start_at", "2 minutes"));
    refused(() -> between(live, now.plusMillis(1))).satisfies(because("end_at", "in the future"));
    refused(() -> last(121)).satisfies(because("last_seconds", "longer than it goes on"));

    clock.advance(Duration.ofHours(2));
    Instant gone = clock.instant().minus(Duration.ofHours(1));
    refused(() -> between(gone, gone.plusSeconds(10))).satisfies(because("start_at", "too old"));
    assertThat(between(gone.plus(Stretch.HEAD_START), gone.plusSeconds(60))).isNotNull();
  }

  @Test
  void aBroadcastThatIsOverIsClippedUntilWhatItWasPackagedAtIsGone() {
    Instant first = goLive();
    clock.advance(Duration.ofMinutes(5));
    Instant ended = end();
    clock.advance(Duration.ofMinutes(1));
    assertThat(last(10).endAt()).as("until it ended").isEqualTo(ended);

    clock.advance(Duration.ofMinutes(1));
    Instant second = goLive();
    clock.advance(Duration.ofMinutes(1));
    Clip earlier = between(first.plusSeconds(10), first.plusSeconds(20));
    assertThat(earlier.sessionId()).isNotEqualTo(last(10).sessionId());
    refused(() -> between(ended.minusSeconds(5), second.plusSeconds(5)))
        .satisfies(because("end_at", "of two broadcasts"));

    sources.be("live", false, true, FakeSources.PACKAGED, second.minusSeconds(10));
    refused(() -> between(first.plusSeconds(10), first.plusSeconds(20)))
        .satisfies(because("start_at", "made anew since"));
    assertThat(last(10)).isNotNull();
    sources.be("idle", false, true, null, null);
    refused(() -> last(10)).satisfies(because("last_seconds", "removed"));
  }

  @Test
  void aChannelThatCannotBeClippedIsAConflictAndNobodysIsNotFound() {
    conflict(() -> last(10), "status_conflict");
    goLive();
    clock.advance(Duration.ofMinutes(1));
    sources.be("live", false, false, FakeSources.PACKAGED, Instant.EPOCH);
    conflict(() -> last(10), "clips_unsupported");
    sources.be("deleted", true, true, FakeSources.PACKAGED, Instant.EPOCH);
    conflict(() -> last(10), "status_conflict");

    assertThatThrownBy(() -> commands.create("org_2", CHANNEL, request(null, null, 10)))
        .hasMessageContaining("No such channel");
    assertThat(jdbc.sql("select count(*) from clip").query(Long.class).single()).isZero();
  }

  @Test
  void itIsAskedForByBothEndsInOrderOrByItsLengthAndNotByBoth() {
    Instant live = goLive();
    clock.advance(Duration.ofMinutes(1));
    Instant later = live.plusSeconds(10);

    refused(() -> ask(null, null, null)).satisfies(because("last_seconds", "nothing given"));
    refused(() -> ask(live, null, null)).satisfies(because("end_at", "not given"));
    refused(() -> ask(null, later, null)).satisfies(because("start_at", "not given"));
    refused(() -> ask(live, later, 5)).satisfies(because("last_seconds", "too much"));
    refused(() -> between(later, live)).satisfies(because("end_at", "before start"));
    refused(() -> between(live, live)).satisfies(because("end_at", "nothing between"));
    refused(() -> between(live.minus(Duration.ofDays(2)), live))
        .satisfies(because("end_at", "more than a day"));
  }

  @Test
  void learnsWhatBecameOfItOnceAndFromVodServiceAlone() {
    goLive();
    clock.advance(Duration.ofMinutes(1));
    Clip clip = last(10);
    assertThat(listener.accepts("onair.channel-service", "clip.ready")).isFalse();
    assertThat(listener.accepts("onair.vod-service", "clip.ready")).isTrue();

    hear("clip.ready", clip, 3, "\"as_1\"", "null");
    Clip ready = store.find("org_1", CHANNEL, clip.id()).orElseThrow();
    assertThat(ready.status()).isEqualTo(Clip.Status.READY);
    assertThat(ready.assetId()).isEqualTo("as_1");
    assertThat(ready.version()).as("as its event says").isEqualTo(3);

    hear("clip.failed", clip, 4, "\"as_1\"", "\"late\"");
    assertThat(store.find("org_1", CHANNEL, clip.id())).contains(ready);
    Clip other = last(10);
    hear("clip.failed", other, 2, "\"as_2\"", "\"no content\"");
    assertThat(store.find("org_1", CHANNEL, other.id()).orElseThrow().reason())
        .isEqualTo("no content");
  }

  @Test
  void whatAPendingOneIsMadeOfIsNeededAndNotForEver() {
    goLive();
    clock.advance(Duration.ofMinutes(1));
    assertThat(sessions.needPackaging(CHANNEL, clock.instant())).isFalse();
    Clip clip = last(10);
    assertThat(sessions.needPackaging(CHANNEL, clock.instant())).isTrue();
    assertThat(sessions.needPackaging("ch_2", clock.instant())).isFalse();
    assertThat(sessions.needPackaging(CHANNEL, clock.instant().plus(Duration.ofMinutes(11))))
        .isFalse();

    hear("clip.ready", clip, 2, "\"as_1\"", "null");
    assertThat(sessions.needPackaging(CHANNEL, clock.instant())).isFalse();
  }

  private Instant goLive() {
    Instant now = clock.instant();
    follow(now, false);
    return now;
  }

  private Instant end() {
    follow(clock.instant(), true);
    return clock.instant();
  }

  private void follow(Instant now, boolean offAir) {
    PackagedAt packaging = FakeSources.PACKAGED;
    transactions.executeWithoutResult(
        status ->
            sessions.follow(
                new Broadcast("org_1", CHANNEL, "pb_1", "Show", false, now, now, offAir, packaging),
                now));
  }

  private Clip last(int seconds) {
    return ask(null, null, seconds);
  }

  private Clip between(Instant start, Instant end) {
    return ask(start, end, null);
  }

  private Clip ask(@Nullable Instant start, @Nullable Instant end, @Nullable Integer seconds) {
    return commands.create("org_1", CHANNEL, request(start, end, seconds));
  }

  private static ClipRequest request(
      @Nullable Instant start, @Nullable Instant end, @Nullable Integer seconds) {
    return new ClipRequest("Goal", start, end, seconds, Map.of("crew", "a"));
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(Runnable asking) {
    return assertThatThrownBy(asking::run).isInstanceOf(Problem.class);
  }

  private static java.util.function.Consumer<Throwable> because(String field, String why) {
    return thrown -> {
      var problem = (Problem) thrown;
      assertThat(problem.status()).as(why).isEqualTo(422);
      assertThat(problem.violations())
          .as(why)
          .singleElement()
          .satisfies(violation -> assertThat(violation.field()).isEqualTo(field));
    };
  }

  private static void conflict(Runnable asking, String code) {
    refused(asking)
        .satisfies(
            thrown -> {
              var problem = (Problem) thrown;
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.code()).isEqualTo(code);
            });
  }

  private void hear(String type, Clip clip, long version, String asset, String reason) {
    JsonNode detail =
        JsonMapper.shared()
            .readTree(
                "{\"resource\":{\"version\":%d},\"data\":{\"clip_id\":\"%s\",\"asset_id\":%s,\"reason\":%s}}"
                    .formatted(version, clip.id(), asset, reason));
    var event =
        new IncomingEvent(
            "evt_" + version, "onair.vod-service", type, clock.instant(), List.of(), detail);
    transactions.executeWithoutResult(status -> listener.on(event));
  }

  private List<JsonNode> told(Clip clip) {
    return jdbc
        .sql("select detail from outbox where resource_id = :id and type = :type")
        .param("id", "clip/" + clip.id())
        .param("type", "clip.requested")
        .query(String.class)
        .list()
        .stream()
        .map(detail -> (JsonNode) JsonMapper.shared().readTree(detail))
        .toList();
  }
}
