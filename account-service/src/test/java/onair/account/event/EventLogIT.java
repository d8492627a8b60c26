package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import onair.account.AccountIT;
import onair.common.event.IncomingEvent;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.common.tenancy.Tenancy;
import onair.test.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The log as its readers see it, whatever the services' events go through on their way. */
class EventLogIT extends AccountIT {

  @Autowired private EventIntake intake;
  @Autowired private PlatformTransactionManager transactions;

  private final String organization = Ids.next("org");
  private EventFeed feed;

  @BeforeEach
  void connect() {
    feed = new EventFeed(intake, transactions);
  }

  private TestApi reader() {
    return as(new Caller(organization, "key_1", Set.of("events:read")));
  }

  @Test
  void tellsEverybodyWhatThereIsToBeToldOf() {
    TestApi anybody = as(new Caller(organization, "key_1", Set.of()));

    JsonNode all = anybody.get("/v1/event-types?limit=100").json();

    assertThat(all.path("data").findValuesAsString("type"))
        .containsExactlyElementsOf(PublicEvents.known().keySet());
    assertThat(all.path("next_cursor").isNull()).isTrue();
    assertThat(all.path("data").valueStream())
        .allSatisfy(type -> assertThat(type.path("description").asString()).endsWith("."))
        .filteredOn(type -> type.path("type").asString().equals("orphan.found"))
        .singleElement()
        .satisfies(
            type ->
                assertThat(type.path("fields").valueStream().map(JsonNode::asString))
                    .containsExactly("kind", "physical_id", "resource", "state"));
    JsonNode first = anybody.get("/v1/event-types?limit=2").json();
    assertThat(
            anybody
                .get("/v1/event-types?limit=2&cursor=" + first.path("next_cursor").asString())
                .json()
                .at("/data/0/type"))
        .isEqualTo(all.at("/data/2/type"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isRightThoughTheBusDoublesShufflesAndDropsAndRedelivers(long seed) throws Exception {
    var random = new Random(seed);
    var onTheWay = new ArrayList<IncomingEvent>();
    for (int channel = 0; channel < 12; channel++) {
      for (int number = 1; number <= 8; number++) {
        String type = number == 1 ? "channel.created" : "channel.updated";
        IncomingEvent event = EventFeed.channel(organization, number, type, "ch_" + channel);
        onTheWay.add(event);
        if (random.nextInt(10) < 3) {
          onTheWay.add(event);
        }
      }
    }
    Collections.shuffle(onTheWay, random);
    var dropped = onTheWay.stream().filter(event -> random.nextInt(10) < 3).toList();
    onTheWay.removeAll(dropped);

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (IncomingEvent event : onTheWay) {
        threads.execute(() -> feed.deliver(event));
      }
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (IncomingEvent event : dropped) {
        threads.execute(() -> feed.deliver(event));
      }
    }

    List<JsonNode> log = all();
    assertThat(log.stream().map(event -> event.path("sequence").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 96).boxed().toList());
    var versions = new HashMap<String, List<Long>>();
    log.forEach(
        event ->
            versions
                .computeIfAbsent(
                    event.path("resource").path("id").asString(), id -> new ArrayList<>())
                .add(event.path("resource").path("version").asLong()));
    assertThat(versions).hasSize(12);
    assertThat(versions.values())
        .allSatisfy(
            told -> assertThat(told).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L));
  }

  @Test
  void losesNothingToAProcessThatDies() {
    feed.deliver(EventFeed.channel(organization, 1, "channel.created", "ch_1"));
    IncomingEvent second = EventFeed.channel(organization, 2, "channel.live", "ch_1");
    IncomingEvent third = EventFeed.channel(organization, 3, "channel.idle", "ch_1");
    feed.deliver(third);
    feed.deliverAndDie(second);
    feed.deliver(EventFeed.channel(organization, 1, "channel.created", "ch_2"));
    feed.deliver(second);

    assertThat(types())
        .containsExactly(
            "1 channel.created", "2 channel.created", "3 channel.live", "4 channel.idle");
  }

  @Test
  void tellsTheEnvelopeAndPublicFieldsOnly() {
    feed.deliver(
        EventFeed.event(
            "onair.channel-service",
            1,
            organization,
            "channel.created",
            "ch_1",
            Map.of("name", "Show", "hls", "inside", "metadata", Map.of("crew", "a"))));

    JsonNode event = all().getFirst();

    assertThat(event.propertyNames())
        .containsExactly(
            "id", "object", "type", "api_version", "created_at", "sequence", "resource", "data");
    assertThat(event.path("api_version").asString()).isEqualTo("v1");
    assertThat(event.path("created_at").asString()).isEqualTo("2026-01-31T12:00:01Z");
    assertThat(event.path("resource").toString())
        .isEqualTo("{\"object\":\"channel\",\"id\":\"ch_1\",\"version\":10}");
    assertThat(event.path("data").toString())
        .isEqualTo("{\"name\":\"Show\",\"metadata\":{\"crew\":\"a\"}}");
    assertThat(reader().get("/v1/events/" + event.path("id").asString()).text())
        .isEqualTo(event.toString());
  }

  @Test
  void leavesOutWhatIsNobodysBusinessButKeepsItsPlaceInTheOrder() {
    feed.deliver(
        EventFeed.event("onair.x-service", 2, organization, "channel.live", "ch_1", Map.of()),
        EventFeed.event("onair.x-service", 1, organization, "audit.recorded", "ch_1", Map.of()));
    assertThat(types()).isEmpty();

    feed.deliver(
        EventFeed.event("onair.x-service", 1, organization, "channel.secret", "ch_1", Map.of()));

    assertThat(types()).containsExactly("1 channel.live");
  }

  @Test
  void putsWhatBecameOfABreakBehindItsSignalThoughAnotherServiceTellsIt() {
    IncomingEvent filled =
        EventFeed.event("onair.ads-service", 1, organization, "ad_break.filled", "brk_1", Map.of());
    feed.deliver(filled);
    feed.deliver(breakEvent(2, "ad_break.signalled"));
    assertThat(types()).isEmpty();

    feed.deliver(breakEvent(1, "ad_break.scheduled"));

    assertThat(types())
        .containsExactly("1 ad_break.scheduled", "2 ad_break.signalled", "3 ad_break.filled");
    assertThat(all().getLast().path("data").toString())
        .as("with what its teller does not know")
        .isEqualTo("{\"channel_id\":\"ch_1\",\"metadata\":{\"crew\":\"a\"}}");
  }

  @Test
  void tellsOfAClipWhatWasAskedForAndWhatBecameOfItInThatOrder() {
    feed.deliver(
        EventFeed.event(
            "onair.vod-service",
            1,
            organization,
            "clip.ready",
            "clp_1",
            Map.of("asset_id", "as_1")));
    assertThat(types()).isEmpty();

    feed.deliver(
        EventFeed.event(
            "onair.channel-service",
            1,
            organization,
            "clip.requested",
            "clp_1",
            Map.of("name", "Goal", "packaging", Map.of("group", "inside"))));

    assertThat(types()).containsExactly("1 clip.requested", "2 clip.ready");
    assertThat(all().getLast().path("data").toString())
        .isEqualTo("{\"name\":\"Goal\",\"asset_id\":\"as_1\"}");
  }

  private IncomingEvent breakEvent(long number, String type) {
    return EventFeed.event(
        "onair.channel-service",
        number,
        organization,
        type,
        "brk_1",
        Map.of("channel_id", "ch_1", "metadata", Map.of("crew", "a")));
  }

  @Test
  void goesOnWithoutWhatNeverCame() {
    feed.deliver(
        EventFeed.channel(organization, 3, "channel.live", "ch_1"),
        EventFeed.channel(organization, 4, "channel.idle", "ch_1"));
    assertThat(goOn()).isFalse();

    clock.advance(Duration.ofDays(15).plusSeconds(1));
    while (goOn()) {
      // One gap after the other.
    }

    assertThat(types()).containsExactly("1 channel.live", "2 channel.idle");
  }

  private boolean goOn() {
    return Tenancy.asSystem(
        () ->
            Boolean.TRUE.equals(
                new TransactionTemplate(transactions)
                    .execute(status -> intake.goOnWithoutWhatNeverCame())));
  }

  @Test
  void isListedInPagesAndByFilter() {
    IntStream.rangeClosed(1, 5)
        .forEach(
            i ->
                feed.deliver(
                    EventFeed.channel(organization, 1, "channel.created", "ch_" + i),
                    EventFeed.channel(organization, 2, "channel.live", "ch_" + i)));

    assertThat(types("?limit=4")).hasSize(4);
    assertThat(all()).hasSize(10);
    assertThat(types("?after=8")).containsExactly("9 channel.created", "10 channel.live");
    assertThat(types("?type=channel.live&limit=2"))
        .containsExactly("2 channel.live", "4 channel.live");
    assertThat(types("?resource=ch_3")).containsExactly("5 channel.created", "6 channel.live");
    assertThat(types("?resource=ch_3&type=channel.live&after=6")).isEmpty();
    assertThat(reader().get("/v1/events?type=channel.nonsense").violations())
        .containsExactly("type unknown_value");
    assertThat(reader().get("/v1/events?after=x").status()).isEqualTo(422);
  }

  @Test
  void isNobodyElses() {
    feed.deliver(EventFeed.channel(organization, 1, "channel.created", "ch_1"));
    String id = all().getFirst().path("id").asString();
    TestApi stranger = as(new Caller(Ids.next("org"), "key_9", Set.of("*")));

    assertThat(stranger.get("/v1/events/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/events").json().path("data").isEmpty()).isTrue();
    assertThat(
            as(new Caller(organization, "key_1", Set.of("channels:read")))
                .get("/v1/events")
                .status())
        .isEqualTo(403);
  }

  @Test
  void refusesAStreamPositionThatIsNone() {
    assertThat(reader().with("Last-Event-ID", "x").get("/v1/events/stream").violations())
        .containsExactly("Last-Event-ID invalid");
  }

  private List<String> types() {
    return types("?limit=100");
  }

  private List<String> types(String query) {
    return reader()
        .get("/v1/events" + query)
        .json()
        .path("data")
        .valueStream()
        .map(event -> event.path("sequence").asLong() + " " + event.path("type").asString())
        .toList();
  }

  /** All pages. */
  private List<JsonNode> all() {
    var events = new ArrayList<JsonNode>();
    String path = "/v1/events?limit=7";
    String cursor;
    do {
      JsonNode page = reader().get(path).json();
      page.path("data").forEach(events::add);
      cursor = page.path("next_cursor").asString(null);
      path = "/v1/events?limit=7&cursor=" + cursor;
    } while (cursor != null);
    return events;
  }
}
