package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.account.AccountIT;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** What happened in a session, as the log tells it. */
class TimelineIT extends AccountIT {

  @Autowired private EventIntake intake;
  @Autowired private PlatformTransactionManager transactions;

  private final String organization = Ids.next("org");
  private final Map<String, Long> numbers = new HashMap<>();
  private EventFeed feed;

  @BeforeEach
  void connect() {
    feed = new EventFeed(intake, transactions);
  }

  private TestApi reader(String of) {
    return as(new Caller(of, "key_1", Set.of("channels:read", "events:read")));
  }

  private void happens(String type, String id, Map<String, ?> data) {
    long number = numbers.merge(id, 1L, Long::sum);
    feed.deliver(EventFeed.event("onair.channel-service", number, organization, type, id, data));
  }

  private void channel(String... words) {
    for (String word : words) {
      happens("channel." + word, "ch_1", Map.of("status", word));
    }
  }

  private void session(String word, String id) {
    happens("session." + word, id, Map.of("channel_id", "ch_1"));
  }

  private static String timeline(String session) {
    return "/v1/channels/ch_1/sessions/" + session + "/timeline";
  }

  private List<String> types(String session) {
    return reader(organization)
        .get(timeline(session) + "?limit=100")
        .json()
        .path("data")
        .valueStream()
        .map(event -> event.path("type").asString())
        .toList();
  }

  private void twoSessions() {
    channel("created", "starting", "waiting");
    session("started", "ses_1");
    channel("live");
    happens("ad_break.signalled", "brk_1", Map.of("channel_id", "ch_1"));
    happens("channel.live", "ch_2", Map.of());
    happens("timer.warning", "ch_1/t", Map.of("channel_id", "ch_1"));
    channel("key_rotated", "reconnecting", "stopping");
    session("ended", "ses_1");
    channel("idle", "starting");
    happens("recording.ready", "rec_1", Map.of("channel_id", "ch_1", "session_id", "ses_1"));
    session("started", "ses_2");
    channel("live");
  }

  @Test
  void oneSessionHasWhatBelongsToItInTheOrderAndAtTheTimesOfTheLog() {
    twoSessions();

    assertThat(types("ses_1"))
        .containsExactly(
            "channel.starting",
            "channel.waiting",
            "session.started",
            "channel.live",
            "ad_break.signalled",
            "timer.warning",
            "channel.key_rotated",
            "channel.reconnecting",
            "channel.stopping",
            "session.ended",
            "channel.idle",
            "recording.ready");
    List<JsonNode> log =
        reader(organization).get("/v1/events?limit=100").json().path("data").valueStream().toList();
    List<JsonNode> told =
        reader(organization)
            .get(timeline("ses_1") + "?limit=100")
            .json()
            .path("data")
            .valueStream()
            .toList();
    assertThat(log).containsSubsequence(told);
  }

  @Test
  void oneThatGoesOnHasWhatHappenedUntilNow() {
    twoSessions();

    assertThat(types("ses_2"))
        .startsWith("channel.starting")
        .endsWith("session.started", "channel.live")
        .doesNotContain("session.ended", "recording.ready");
  }

  @Test
  void itIsToldByPages() {
    twoSessions();

    JsonNode first = reader(organization).get(timeline("ses_1") + "?limit=5").json();
    JsonNode second =
        reader(organization)
            .get(timeline("ses_1") + "?limit=5&cursor=" + first.path("next_cursor").asString())
            .json();

    assertThat(first.path("data")).hasSize(5);
    assertThat(second.path("data").path(0).path("type").asString()).isEqualTo("timer.warning");
  }

  @Test
  void nobodyElseSeesItAndAnotherChannelHasNotHadIt() {
    twoSessions();

    assertThat(reader(Ids.next("org")).get(timeline("ses_1")).status()).isEqualTo(404);
    assertThat(reader(organization).get("/v1/channels/ch_2/sessions/ses_1/timeline").status())
        .isEqualTo(404);
    assertThat(
            as(new Caller(organization, "key_1", Set.of("events:read")))
                .get(timeline("ses_1"))
                .status())
        .isEqualTo(403);
  }
}
