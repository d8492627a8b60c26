package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.channel.clip.ClipSources;
import onair.channel.clip.ClipSources.ClipSource;
import onair.channel.live.ChannelStatus.Word;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of each time a channel was on air. */
class SessionsIT extends ReconcilerScenario {

  private final List<EventListener> listeners;
  private final ClipSources clipSources;

  @Autowired
  SessionsIT(World world, List<EventListener> listeners, ClipSources clipSources) {
    super(world);
    this.listeners = listeners;
    this.clipSources = clipSources;
  }

  @Test
  void beginsWhenViewersCanWatchAndEndsWhenNothingRuns() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    assertThat(sessions(waiting)).isEmpty();

    encoders.alerts(false);
    Channel live = awaitWord(waiting, Word.LIVE);
    assertThat(sessions(live))
        .singleElement()
        .satisfies(s -> assertThat(s.get("ended_at")).isNull());
    encoders.alerts(true);
    awaitWord(live, Word.RECONNECTING);
    encoders.alerts(false);
    awaitWord(live, Word.LIVE);
    assertThat(sessions(live)).as("a reconnect goes on with the same session").hasSize(1);

    awaitWord(stop(live), Word.IDLE);
    assertThat(sessions(live))
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.get("ended_at")).isNotNull();
              assertThat(session.get("recording")).isEqualTo("none");
            });
    assertThat(told()).containsExactly("session.started", "session.ended");
  }

  @Test
  void eachTimeOnAirIsASessionOfItsOwn() {
    Channel first = awaitWord(stop(bring(create(), Word.LIVE)), Word.IDLE);
    encoders.alerts(true);
    awaitWord(stop(bring(first, Word.LIVE)), Word.IDLE);

    assertThat(sessions(first))
        .hasSize(2)
        .allSatisfy(s -> assertThat(s.get("ended_at")).isNotNull());
  }

  @Test
  void whatARecordingIsMadeOfOutlivesTheChannelsDeletionUntilTheRecordingIsThere() {
    Channel live = bring(recorded(), Word.LIVE);
    assertThat(lastTold("session.started")).contains("\"record\":true");

    commands.delete(ORGANIZATION, live.id().value(), IfMatch.any());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && told().contains("session.ended"));
    assertThat(lastTold("session.ended"))
        .contains("\"packaging\":{")
        .contains("\"group\":\"onair-test\"");
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofSeconds(10));
    }
    assertThat(cloud.all("mediapackage-endpoint")).hasSize(1);
    assertThat(cloud.all("medialive-channel")).isEmpty();
    assertThat(cloud.all("medialive-input")).as("nothing else is kept for it").isEmpty();

    hear("recording.ready", "session_id", sessionId(live), "as_1");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && channels.find(live.id()).isEmpty());
    assertThat(cloud.all()).isEmpty();
    assertThat(sessions(live))
        .singleElement()
        .satisfies(
            session -> {
              assertThat(session.get("recording")).isEqualTo("ready");
              assertThat(session.get("asset_id")).isEqualTo("as_1");
            });
  }

  @Test
  void aRecordingThatNobodyMakesKeepsNothingForEver() {
    Channel live = bring(recorded(), Word.LIVE);
    commands.delete(ORGANIZATION, live.id().value(), IfMatch.any());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && told().contains("session.ended"));

    clock.advance(Duration.ofMinutes(11));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && channels.find(live.id()).isEmpty());
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void whatAClipIsMadeOfOutlivesTheChannelsDeletionUntilTheClipIsThere() {
    Channel live = bring(create(), Word.LIVE);
    assertThat(clipSource(live))
        .satisfies(
            source -> {
              assertThat(source.status()).isEqualTo("live");
              assertThat(source.clippable()).isTrue();
              assertThat(source.startOver()).isEqualTo(Duration.ofHours(1));
              assertThat(source.packaging()).isNotNull();
              assertThat(source.packagedSince())
                  .isBefore(((Timestamp) sessions(live).getFirst().get("started_at")).toInstant());
            });
    wantClip(live);
    commands.delete(ORGANIZATION, live.id().value(), IfMatch.any());
    assertThat(clipSource(live).removed()).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && told().contains("session.ended"));
    for (int i = 0; i < 20; i++) {
      clock.advance(Duration.ofSeconds(10));
    }
    settle(live.id().value());
    assertThat(cloud.all("mediapackage-endpoint")).hasSize(1);
    assertThat(cloud.all("medialive-channel")).isEmpty();

    hear("clip.ready", "clip_id", "clp_1", "as_1");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && channels.find(live.id()).isEmpty());
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void aClipThatNobodyMakesKeepsNothingForEver() {
    Channel live = bring(create(), Word.LIVE);
    wantClip(live);
    commands.delete(ORGANIZATION, live.id().value(), IfMatch.any());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && told().contains("session.ended"));

    clock.advance(Duration.ofMinutes(11));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> passes() && channels.find(live.id()).isEmpty());
    assertThat(cloud.all()).isEmpty();
  }

  private ClipSource clipSource(Channel channel) {
    return clipSources.find(ORGANIZATION, channel.id().value()).orElseThrow();
  }

  private void wantClip(Channel channel) {
    jdbc.sql(
            """
            insert into clip (id, organization_id, channel_id, session_id, version, name, metadata,
                status, start_at, end_at, created_at, updated_at)
            select 'clp_1', organization_id, channel_id, id, 1, name, '{}', 'pending', started_at,
                started_at + interval '1 second', :now, :now
            from session where channel_id = :channel
            """)
        .param("channel", channel.id().value())
        .param("now", Times.utc(clock.instant()))
        .update();
  }

  private Channel recorded() {
    return commands.create(
        ORGANIZATION,
        new ChannelRequest(
            "Show", null, null, null, null, null, null, null, null, null, null, true, null, null));
  }

  /** Time goes on a little. */
  private boolean passes() {
    clock.advance(Duration.ofMillis(500));
    return true;
  }

  private String sessionId(Channel channel) {
    return (String) sessions(channel).getFirst().get("id");
  }

  private void hear(String type, String field, String id, String assetId) {
    String detail = "{\"data\":{\"%s\":\"%s\",\"asset_id\":\"%s\"}}".formatted(field, id, assetId);
    var event =
        new IncomingEvent(
            "evt_1",
            "onair.vod-service",
            type,
            clock.instant(),
            List.of(),
            JsonMapper.shared().readTree(detail));
    transactions.executeWithoutResult(
        status ->
            listeners.stream()
                .filter(listener -> listener.accepts(event.source(), event.detailType()))
                .forEach(listener -> listener.on(event)));
  }

  private List<Map<String, Object>> sessions(Channel channel) {
    return jdbc.sql("select * from session where channel_id = :id order by id")
        .param("id", channel.id().value())
        .query()
        .listOfRows();
  }

  private List<String> told() {
    return jdbc.sql(
            "select type from outbox where resource_id in (select 'session/' || id from session)"
                + " order by seq")
        .query(String.class)
        .list();
  }

  private String lastTold(String type) {
    return jdbc.sql("select detail from outbox where type = :type order by seq desc limit 1")
        .param("type", type)
        .query(String.class)
        .single();
  }
}
