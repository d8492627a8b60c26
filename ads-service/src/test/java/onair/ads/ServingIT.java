package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onair.ads.beacon.BeaconAddresses;
import onair.ads.beacon.BeaconEvent;
import onair.ads.beacon.Impression;
import onair.ads.signature.Signatures;
import onair.common.id.Ids;
import onair.common.tenancy.Tenancy;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** From a campaign to the report: decisions, beacons, counting, breaks. */
class ServingIT extends ServingScenario {

  @Autowired
  ServingIT(ConfigurableApplicationContext service) {
    super(service);
  }

  private JsonNode report(String organization, String query) {
    return as(organization).get("/v1/ad-reports" + query).json().path("data");
  }

  @Test
  void aBreakIsFilledWithTheOrganizationsAdsAndCountedOnce() throws Exception {
    String organization = organization();
    String creative = creative(organization, 15);
    String campaign = campaign(organization, creative);
    campaign(organization(), creative(organization(), 15));
    String playback = playback(channelWithAds(organization));

    Document vast = ask(decision(playback, 30, "session-1", "7"));

    assertThat(texts(vast, "Duration")).containsExactly("00:00:15.000");
    assertThat(texts(vast, "MediaFile").getFirst()).startsWith(CDN + "/vod/as_");
    for (String beacon : beacons(vast)) {
      assertThat(visitor().get(beacon).status()).isEqualTo(204);
      assertThat(visitor().get(beacon).status()).isEqualTo(204);
    }
    JsonNode rows = report(organization, "?campaign_id=" + campaign);
    assertThat(rows).hasSize(1);
    JsonNode row = rows.get(0);
    assertThat(row.path("creative_id").asString()).isEqualTo(creative);
    for (String count :
        List.of(
            "impressions",
            "starts",
            "first_quartiles",
            "midpoints",
            "third_quartiles",
            "completes")) {
      assertThat(row.path(count).asInt()).as(count).isEqualTo(1);
    }
    assertThat(row.path("clicks").asInt()).isZero();
    assertThat(row.path("completion_rate").decimalValue()).isEqualByComparingTo("1");
    assertThat(report(organization(), "")).isEmpty();
  }

  @Test
  void theSameQuestionIsTheSameImpressionAndAnotherViewerIsAnother() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 15));
    String playback = playback(channelWithAds(organization));
    String question = decision(playback, 15, "session-1", "7");

    var beacons = new ArrayList<String>();
    beacons.addAll(texts(ask(question), "Impression"));
    beacons.addAll(texts(ask(question), "Impression"));
    beacons.addAll(texts(ask(decision(playback, 15, "session-2", "7")), "Impression"));
    beacons.addAll(texts(ask(decision(playback, 15, "session-1", "8")), "Impression"));
    beacons.forEach(beacon -> visitor().get(path(beacon)));

    assertThat(report(organization, "").get(0).path("impressions").asInt()).isEqualTo(3);
  }

  @Test
  void twoViewersMayGetDifferentAds() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 10));
    campaign(organization, creative(organization, 10));
    String playback = playback(channelWithAds(organization));
    var seen = new HashSet<String>();

    for (int viewer = 0; viewer < 20; viewer++) {
      seen.addAll(texts(ask(decision(playback, 10, "viewer-" + viewer, "1")), "UniversalAdId"));
    }

    assertThat(seen).hasSize(2);
  }

  @Test
  void oneBeaconSentManyTimesAtOnceCountsOnce() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 15));
    String playback = playback(channelWithAds(organization));
    var all = new ArrayList<String>();
    for (int viewer = 0; viewer < 5; viewer++) {
      for (String beacon : beacons(ask(decision(playback, 15, "v" + viewer, "1")))) {
        for (int i = 0; i < 8; i++) {
          all.add(beacon);
        }
      }
    }
    Collections.shuffle(all, new Random(1));

    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> calls =
          all.stream()
              .map(beacon -> (Callable<Integer>) () -> visitor().get(beacon).status())
              .toList();
      for (Future<Integer> status : threads.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(204);
      }
    }

    JsonNode row = report(organization, "").get(0);
    assertThat(row.path("impressions").asInt()).isEqualTo(5);
    assertThat(row.path("completes").asInt()).isEqualTo(5);
  }

  @Test
  void whatWeDidNotSignIsRefusedAndNotCounted() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 15));
    String playback = playback(channelWithAds(organization));
    String question = decision(playback, 15, "s", "1");
    String other = playback(channelWithAds(organization()));

    assertThat(visitor().get(question.replace(playback, other)).code())
        .isEqualTo("signature_invalid");
    assertThat(visitor().get(question.replace("/vast", "/vmap")).status()).isEqualTo(403);
    assertThat(visitor().get("/ads/vast?c=" + playback + "&d=15").status()).isEqualTo(403);
    assertThat(visitor().get("/ads/vast").status()).isEqualTo(403);

    String beacon = path(texts(ask(question), "Impression").getFirst());
    assertThat(visitor().get(beacon.replace("org_", "org_x")).code())
        .isEqualTo("signature_invalid");
    assertThat(visitor().get(beacon.replace("/impression", "/complete")).status()).isEqualTo(403);
    assertThat(visitor().get(beacon.replace("/impression", "/nonsense")).status()).isEqualTo(404);
    assertThat(visitor().get("/ads/events/impression").status()).isEqualTo(403);
    assertThat(visitor().send("HEAD", beacon, BodyPublishers.noBody()).status()).isEqualTo(204);
    assertThat(report(organization, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "abc", "3601", "1e3", "[session.avail_duration_secs]"})
  void aBreakOfNoLengthIsRefused(String duration) throws Exception {
    String playback = playback(channelWithAds(organization()));
    String question =
        decision(playback, 15, "s", "1")
            .replace("&d=15.0", "&d=" + URLEncoder.encode(duration, StandardCharsets.UTF_8));

    assertThat(visitor().get(question).violations()).containsExactly("d out_of_range");
  }

  @Test
  void withNothingToShowTheAnswerIsADocumentWithoutAds() throws Exception {
    String organization = organization();
    String creative = creative(organization, 15);
    String campaign = campaign(organization, creative);
    String channel = channelWithAds(organization);
    String playback = playback(channel);

    assertThat(texts(ask(decision(playback, 14, "s", "1")), "Ad")).isEmpty();
    as(organization).patch("/v1/campaigns/" + campaign, "{\"status\":\"paused\"}");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(texts(ask(decision(playback, 30, "s", "1")), "Ad")).isEmpty());
    as(organization).patch("/v1/campaigns/" + campaign, "{\"status\":\"active\"}");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(texts(ask(decision(playback, 30, "s", "1")), "Ad")).hasSize(1));
    String question = decision(playback, 30, "s", "1");
    tellChannel("channel.deleted", organization, channel, null, Map.of("enabled", true));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(texts(ask(question), "Ad")).isEmpty());
  }

  @Test
  void aFilmBeginsWithAdsInItsPreRoll() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 15));
    campaign(organization, creative(organization, 40));
    String asset = asset(organization, 600);
    tellAddress(CDN);
    as(organization)
        .post("/v1/ad-configurations", "{\"playback_id\":\"%s\"}".formatted(playback(asset)));
    await().atMost(PATIENCE).until(() -> tailor.of("onair-test-" + playback(asset)).isPresent());

    Document vmap = ask(decision(playback(asset), 0, "s", ""));

    assertThat(vmap.getDocumentElement().getLocalName()).isEqualTo("VMAP");
    assertThat(texts(vmap, "AdBreak")).hasSize(1);
    assertThat(texts(vmap, "Duration")).containsExactly("00:00:15.000");
    beacons(vmap).forEach(beacon -> visitor().get(beacon));
    beacons(ask(decision(playback(asset), 0, "s", ""))).forEach(beacon -> visitor().get(beacon));
    assertThat(report(organization, "").get(0).path("impressions").asInt()).isEqualTo(1);
  }

  @Test
  void theChannelHearsHowItsBreakWasFilled() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 15));
    String channel = channelWithAds(organization);
    String playback = playback(channel);
    signal(organization, channel, "brk_1" + organization, 1, 15);
    signal(organization, channel, "brk_2" + organization, 2, 30);
    ask(decision(playback, 15, "s1", "1"));
    ask(decision(playback, 30, "s1", "2"));
    ask(decision(playback, 5, "s1", "3"));
    signal(organization, channel, "brk_3" + organization, 3, 5);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(told("ad_break.filled", organization))
                  .containsExactly("brk_1" + organization);
              assertThat(told("ad_break.underfilled", organization))
                  .containsExactly("brk_2" + organization);
              assertThat(told("ad_break.slate", organization))
                  .containsExactly("brk_3" + organization);
            });

    ask(decision(playback, 5, "s2", "1"));
    await().atMost(PATIENCE).until(() -> told("ad_break.underfilled", organization).size() == 2);
    JsonNode later = events("ad_break.underfilled", organization).getLast();
    assertThat(later.at("/resource/version").asInt()).isGreaterThan(1);
    assertThat(later.at("/data/channel_id").asString()).isEqualTo(channel);
    assertThat(later.at("/data/ad_break_id").asString()).isEqualTo("brk_1" + organization);
  }

  private List<String> told(String type, String organization) {
    return events(type, organization).stream()
        .map(event -> event.at("/data/ad_break_id").asString())
        .toList();
  }

  @Test
  void reportsArePagedAndFiltered() throws Exception {
    String organization = organization();
    String one = creative(organization, 10);
    String two = creative(organization, 10);
    campaign(organization, one);
    campaign(organization, two);
    String playback = playback(channelWithAds(organization));
    beacons(ask(decision(playback, 20, "s", "1"))).forEach(beacon -> visitor().get(beacon));

    JsonNode first = as(organization).get("/v1/ad-reports?limit=1").json();
    JsonNode second =
        as(organization)
            .get("/v1/ad-reports?limit=1&cursor=" + first.path("next_cursor").asString())
            .json();
    assertThat(first.path("data").get(0).path("creative_id"))
        .isNotEqualTo(second.path("data").get(0).path("creative_id"));
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(report(organization, "?creative_id=" + one)).hasSize(1);
    assertThat(report(organization, "?from=2099-01-01")).isEmpty();
    assertThat(report(organization, "?to=2001-01-01")).isEmpty();
    assertThat(as(organization).get("/v1/ad-reports?from=x&to=2026-13-01").violations())
        .containsExactly("from invalid", "to invalid");
    assertThat(as(organization).get("/v1/ad-reports?from=2026-02-01&to=2026-01-01").violations())
        .containsExactly("to before_from");
  }

  @Test
  void aRangeOfDaysHasItsFirstAndItsLast() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 10));
    String playback = playback(channelWithAds(organization));
    for (int day = 1; day <= 4; day++) {
      beacons(ask(decision(playback, 10, "s" + day, "1"))).forEach(one -> visitor().get(one));
      String seen = "2026-12-0" + day;
      Tenancy.runAs(
          organization,
          () ->
              jdbc.sql(
                      "update beacon set day = :seen::date where organization_id = :organization"
                          + " and day = (received_at at time zone 'UTC')::date")
                  .param("seen", seen)
                  .param("organization", organization)
                  .update());
    }

    assertThat(report(organization, "?from=2026-12-02&to=2026-12-03"))
        .extracting(row -> row.path("day").asString())
        .containsExactly("2026-12-03", "2026-12-02");
  }

  @Test
  void anExpiredBeaconIsNotCounted() {
    var impression =
        new Impression(Ids.next("imp"), "org_1", "cmp_1", "crv_1", "pb_1", null, Instant.EPOCH);
    var addresses = new BeaconAddresses("https://onair.example.com", new Signatures(new byte[32]));

    Reply reply = visitor().get(path(addresses.of(BeaconEvent.START, impression)));

    assertThat(reply.code()).isEqualTo("address_expired");
  }
}
