package onair.channel.adbreak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import onair.channel.adbreak.AdBreak.Status;
import onair.channel.adbreak.FakeSplices.Asked;
import onair.common.event.IncomingEvent;
import onair.common.version.IfMatch;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Breaks over a real database and loop, with the encoder and the clock in the test's hands. */
@WithPostgres
@SpringBootTest(
    classes = AdBreakWorld.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "onair.deployment=test",
      // Nobody listens there: events stay in the outbox, where the tests read them.
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.reconcile.poll=20ms",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
    })
class AdBreakIT {

  private final AdBreakCommands commands;
  private final AdBreakStore store;
  private final FillListener fills;
  private final JdbcClient jdbc;
  private final FakeSplices splices;
  private final FakeBroadcasts broadcasts;
  private final SettableClock clock;

  @Autowired
  AdBreakIT(
      AdBreakCommands commands,
      AdBreakStore store,
      FillListener fills,
      JdbcClient jdbc,
      FakeSplices splices,
      FakeBroadcasts broadcasts,
      SettableClock clock) {
    this.commands = commands;
    this.store = store;
    this.fills = fills;
    this.jdbc = jdbc;
    this.splices = splices;
    this.broadcasts = broadcasts;
    this.clock = clock;
  }

  @BeforeEach
  void onAir() {
    jdbc.sql("delete from ad_break").update();
    splices.reset();
    broadcasts.be("live", true, true);
  }

  @Test
  void isPutIntoTheBroadcastAtOnceAndTold() {
    AdBreak asked = commands.create("org_1", "ch_1", request(30, null));
    assertThat(asked.status()).isEqualTo(Status.SCHEDULED);

    AdBreak signalled = awaitStatus(asked, Status.SIGNALLED);
    assertThat(splices.asked())
        .containsExactly(
            new Asked("777", asked.id(), null, asked.spliceEventId(), Duration.ofSeconds(30)));
    assertThat(signalled.signalledAt()).isNotNull();
    assertThat(told(asked)).containsExactly("ad_break.scheduled", "ad_break.signalled");
  }

  @Test
  void isAskedForShortlyBeforeItsTimeAndNotEarlier() {
    Instant at = clock.instant().plusSeconds(120).truncatedTo(ChronoUnit.MILLIS);
    AdBreak asked = commands.create("org_1", "ch_1", request(30, at));
    clock.advance(Duration.ofSeconds(90));
    AdBreak atOnce = commands.create("org_1", "ch_2", request(5, null));
    awaitStatus(atOnce, Status.SIGNALLED);
    assertThat(splices.asked()).extracting(Asked::name).containsExactly(atOnce.id());

    clock.advance(Duration.ofSeconds(12));
    assertThat(awaitStatus(asked, Status.SIGNALLED).signalledAt()).isEqualTo(at);
    assertThat(splices.asked().getLast().at()).isEqualTo(at);
  }

  @Test
  void isCancelledWhenTheChannelIsNotLiveAnyMoreAndOnRequestBeforeItsTime() {
    Instant at = clock.instant().plusSeconds(60);
    AdBreak first = commands.create("org_1", "ch_1", request(10, at));
    AdBreak second = commands.create("org_1", "ch_1", request(10, at.plusSeconds(60)));
    assertThat(commands.cancel("org_1", "ch_1", second.id(), IfMatch.any()).status())
        .isEqualTo(Status.CANCELLED);

    broadcasts.be("idle", false, true);
    clock.advance(Duration.ofSeconds(50));
    assertThat(awaitStatus(first, Status.CANCELLED).reason()).contains("not live");
    assertThat(splices.asked()).isEmpty();
    assertThatThrownBy(() -> commands.cancel("org_2", "ch_1", second.id(), IfMatch.any()))
        .hasMessageContaining("No such ad break");
  }

  @Test
  void isRefusedWhenTheChannelIsNotLiveOrPassesNoSignalsOnOrIsNobodys() {
    broadcasts.be("idle", false, true);
    assertThatThrownBy(() -> commands.create("org_1", "ch_1", request(30, null)))
        .hasMessageContaining("status does not allow");
    broadcasts.be("live", true, false);
    assertThatThrownBy(() -> commands.create("org_1", "ch_1", request(30, null)))
        .hasMessageContaining("cannot have ad breaks");
    assertThatThrownBy(() -> commands.create("org_2", "ch_1", request(30, null)))
        .hasMessageContaining("No such channel");
    assertThat(jdbc.sql("select count(*) from ad_break").query(Long.class).single()).isZero();
  }

  @Test
  void isRefusedWhileAnotherOneGoesOnAndTakenAfterIt() {
    AdBreak first = commands.create("org_1", "ch_1", request(30, null));
    awaitStatus(first, Status.SIGNALLED);
    clock.advance(Duration.ofSeconds(20));
    assertThatThrownBy(() -> commands.create("org_1", "ch_1", request(10, null)))
        .hasMessageContaining("Another break");

    clock.advance(Duration.ofSeconds(11));
    awaitStatus(commands.create("org_1", "ch_1", request(10, null)), Status.SIGNALLED);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 19, 86_500})
  void isRefusedWhenItsTimeIsTooNearOrTooFar(long secondsAhead) {
    Instant at = clock.instant().plusSeconds(secondsAhead);
    assertThatThrownBy(() -> commands.create("org_1", "ch_1", request(30, at)))
        .hasMessageContaining("not acceptable");
  }

  @Test
  void isAskedForAgainWhenMediaLiveDidNotAnswer() {
    splices.failOnce();
    AdBreak asked = commands.create("org_1", "ch_1", request(30, null));

    awaitStatus(asked, Status.SIGNALLED);
    assertThat(splices.asked()).hasSize(1);
  }

  @Test
  void learnsHowItWasFilledFromAdsServiceAlone() {
    AdBreak asked = commands.create("org_1", "ch_1", request(30, null));
    awaitStatus(asked, Status.SIGNALLED);

    assertThat(fills.accepts("onair.channel-service", "ad_break.filled")).isFalse();
    assertThat(fills.accepts("onair.ads-service", "ad_break.filled")).isTrue();
    fills.on(fill(asked, "filled", version(asked) + 1));
    assertThat(store.find(asked.id()).orElseThrow().status()).isEqualTo(Status.FILLED);
  }

  @Test
  void believesTheNewestOfWhatIsSaidOfItsFillHoweverLateTheRestComes() {
    AdBreak asked = commands.create("org_1", "ch_1", request(30, null));
    awaitStatus(asked, Status.SIGNALLED);
    long signalled = version(asked);

    fills.on(fill(asked, "filled", signalled + 3));
    fills.on(fill(asked, "slate", signalled + 1));
    fills.on(fill(asked, "underfilled", signalled + 2));
    fills.on(fill(asked, "filled", signalled + 3));

    AdBreak known = store.find(asked.id()).orElseThrow();
    assertThat(known.status()).isEqualTo(Status.FILLED);
    assertThat(known.version()).isEqualTo(signalled + 3);

    fills.on(fill(asked, "underfilled", signalled + 4));
    assertThat(store.find(asked.id()).orElseThrow().status()).isEqualTo(Status.UNDERFILLED);
  }

  private long version(AdBreak adBreak) {
    return store.find(adBreak.id()).orElseThrow().version();
  }

  private IncomingEvent fill(AdBreak adBreak, String outcome, long version) {
    return new IncomingEvent(
        "evt_" + version,
        "onair.ads-service",
        "ad_break." + outcome,
        clock.instant(),
        List.of(),
        JsonMapper.shared()
            .readTree(
                "{\"data\":{\"ad_break_id\":\"%s\"},\"resource\":{\"version\":%d}}"
                    .formatted(adBreak.id(), version)));
  }

  private static AdBreakRequest request(int seconds, @Nullable Instant at) {
    return new AdBreakRequest(seconds, at, Map.of("sponsor", "a"));
  }

  private AdBreak awaitStatus(AdBreak adBreak, Status status) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Duration.ofMillis(50));
              return store.find(adBreak.id()).orElseThrow();
            },
            found -> found.status() == status);
  }

  private List<String> told(AdBreak adBreak) {
    return jdbc.sql("select type from outbox where resource_id = :id order by seq")
        .param("id", "ad_break/" + adBreak.id())
        .query(String.class)
        .list();
  }
}
