package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import onair.common.id.Ids;
import onair.common.tenancy.Tenancy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** What is told of a break: each step from its signal to each ad. */
class BreakReportIT extends ServingScenario {

  private String organization;
  private String channel;
  private String playback;

  @Autowired
  BreakReportIT(ConfigurableApplicationContext service) {
    super(service);
  }

  @BeforeEach
  void aChannelWithAds() {
    organization = organization();
    channel = channelWithAds(organization);
    playback = playback(channel);
  }

  private String signalled(int splice, int seconds) {
    String id = Ids.next("brk");
    signal(organization, channel, id, splice, seconds);
    return id;
  }

  private JsonNode report(String adBreak) {
    var reply =
        as(organization).get("/v1/channels/" + channel + "/ad-breaks/" + adBreak + "/report");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode reportOf(String adBreak, int decisions) {
    await().atMost(PATIENCE).until(() -> report(adBreak).path("decisions").asInt() == decisions);
    return report(adBreak);
  }

  private static String state(JsonNode report, String step) {
    return report.path("steps").path(step).path("state").asString();
  }

  private static Instant at(JsonNode report, String step) {
    return Instant.parse(report.path("steps").path(step).path("at").asString());
  }

  private void tellTwice(List<String> beacons) {
    for (String beacon : beacons) {
      assertThat(visitor().get(beacon).status()).isEqualTo(204);
      assertThat(visitor().get(beacon).status()).isEqualTo(204);
    }
  }

  private void tellError(Document vast, String code) {
    String error = path(texts(vast, "Error").getFirst());
    assertThat(visitor().get(error.replace("[ERRORCODE]", code)).status()).isEqualTo(204);
  }

  @Test
  void aBreakIsToldFromItsSignalToItsAds() throws Exception {
    String creative = creative(organization, 15);
    String campaign = campaign(organization, creative);
    Instant before = Instant.now();
    String adBreak = signalled(7, 30);

    Document first = ask(decision(playback, 30, "session-1", "7"));
    ask(decision(playback, 30, "session-1", "7"));
    Document second = ask(decision(playback, 30, "session-2", "7"));
    tellTwice(beacons(first));
    tellTwice(List.of(path(texts(second, "Impression").getFirst())));
    tellTwice(List.of(path(texts(second, "ClickTracking").getFirst())));

    JsonNode report = reportOf(adBreak, 3);
    assertThat(report.path("object").asString()).isEqualTo("ad_break_report");
    assertThat(report.path("ad_break_id").asString()).isEqualTo(adBreak);
    assertThat(report.path("channel_id").asString()).isEqualTo(channel);
    assertThat(report.path("outcome").asString()).isEqualTo("underfilled");
    assertThat(report.path("duration_seconds").decimalValue()).isEqualByComparingTo("30");
    assertThat(report.path("sessions").asInt()).isEqualTo(2);
    assertThat(report.path("asked_seconds").decimalValue()).isEqualByComparingTo("60");
    assertThat(report.path("filled_seconds").decimalValue()).isEqualByComparingTo("30");
    assertThat(report.path("slate_seconds").decimalValue()).isEqualByComparingTo("30");
    assertThat(report.path("average_filled_seconds").decimalValue()).isEqualByComparingTo("15");
    assertThat(report.path("average_slate_seconds").decimalValue()).isEqualByComparingTo("15");

    for (String step : List.of("signalled", "in_manifest", "asked", "beacons")) {
      assertThat(state(report, step)).as(step).isEqualTo("yes");
      assertThat(at(report, step)).as(step).isBetween(before, Instant.now());
    }
    assertThat(at(report, "asked"))
        .isEqualTo(Instant.parse(report.path("first_asked_at").asString()))
        .isBefore(at(report, "beacons"));
    assertThat(state(report, "filled")).isEqualTo("no");
    assertThat(state(report, "errors")).isEqualTo("unknown");

    assertThat(report.path("creatives")).hasSize(1);
    JsonNode ad = report.path("creatives").get(0);
    assertThat(ad.path("campaign_id").asString()).isEqualTo(campaign);
    assertThat(ad.path("creative_id").asString()).isEqualTo(creative);
    assertThat(ad.path("decisions").asInt()).isEqualTo(2);
    assertThat(ad.path("impressions").asInt()).isEqualTo(2);
    assertThat(ad.path("starts").asInt()).isEqualTo(1);
    assertThat(ad.path("first_quartiles").asInt()).isEqualTo(1);
    assertThat(ad.path("midpoints").asInt()).isEqualTo(1);
    assertThat(ad.path("third_quartiles").asInt()).isEqualTo(1);
    assertThat(ad.path("completes").asInt()).isEqualTo(1);
    assertThat(ad.path("clicks").asInt()).isEqualTo(1);
    assertThat(ad.path("errors").asInt()).isZero();
  }

  @Test
  void beforeAnybodyAsksNothingIsGuessed() {
    JsonNode report = report(signalled(7, 30));

    assertThat(report.path("outcome").isNull()).isTrue();
    assertThat(report.path("first_asked_at").isNull()).isTrue();
    assertThat(report.path("sessions").asInt(-1)).isZero();
    assertThat(report.path("decisions").asInt(-1)).isZero();
    assertThat(report.path("average_filled_seconds").isNull()).isTrue();
    assertThat(report.path("creatives")).isEmpty();
    assertThat(report.path("errors")).isEmpty();
    assertThat(state(report, "signalled")).isEqualTo("yes");
    assertThat(state(report, "in_manifest")).isEqualTo("unknown");
    assertThat(state(report, "asked")).isEqualTo("no");
    assertThat(state(report, "filled")).isEqualTo("unknown");
    assertThat(state(report, "beacons")).isEqualTo("no");
    assertThat(state(report, "errors")).isEqualTo("unknown");
    assertThat(report.at("/steps/asked/at").isNull()).isTrue();
  }

  @Test
  void withoutAnAdThatFitsAllOfItIsSlate() throws Exception {
    campaign(organization, creative(organization, 40));
    String adBreak = signalled(7, 30);
    ask(decision(playback, 30, "s", "7"));

    JsonNode report = reportOf(adBreak, 1);

    assertThat(report.path("outcome").asString()).isEqualTo("slate");
    assertThat(report.path("filled_seconds").decimalValue()).isEqualByComparingTo("0");
    assertThat(report.path("slate_seconds").decimalValue()).isEqualByComparingTo("30");
    assertThat(state(report, "filled")).isEqualTo("no");
    assertThat(state(report, "beacons")).isEqualTo("no");
    assertThat(report.path("creatives")).isEmpty();
  }

  @Test
  void anAdALittleTooLongFillsNoMoreThanTheBreak() throws Exception {
    campaign(organization, creative(organization, 15.04));
    String adBreak = signalled(7, 15);
    ask(decision(playback, 15, "s", "7"));

    JsonNode report = reportOf(adBreak, 1);

    assertThat(report.path("filled_seconds").decimalValue()).isEqualByComparingTo("15");
    assertThat(report.path("slate_seconds").decimalValue()).isEqualByComparingTo("0");
    assertThat(state(report, "filled")).isEqualTo("yes");
    assertThat(at(report, "filled")).isAfterOrEqualTo(at(report, "asked"));
  }

  @Test
  void eachBreakHasItsOwnBeaconsAlsoThoseToldBeforeItsSignal() throws Exception {
    campaign(organization, creative(organization, 15));
    tellTwice(beacons(ask(decision(playback, 15, "s1", "1"))));
    tellTwice(beacons(ask(decision(playback, 15, "s1", "2"))));
    tellTwice(beacons(ask(decision(playback, 15, "s2", "2"))));
    String one = signalled(1, 15);
    String two = signalled(2, 15);

    assertThat(reportOf(one, 1).at("/creatives/0/impressions").asInt()).isEqualTo(1);
    assertThat(reportOf(two, 2).at("/creatives/0/impressions").asInt()).isEqualTo(2);
    assertThat(as(organization).get("/v1/ad-reports").json().at("/data/0/impressions").asInt())
        .isEqualTo(3);
  }

  @Test
  void errorsAreToldByTheirCodes() throws Exception {
    campaign(organization, creative(organization, 15));
    String adBreak = signalled(7, 15);
    tellError(ask(decision(playback, 15, "s1", "7")), "402");
    tellError(ask(decision(playback, 15, "s2", "7")), "402");
    tellError(ask(decision(playback, 15, "s3", "7")), "[ERRORCODE]");
    tellError(ask(decision(playback, 15, "s4", "7")), "99999999999");

    JsonNode report = reportOf(adBreak, 4);

    assertThat(state(report, "errors")).isEqualTo("yes");
    assertThat(state(report, "beacons")).isEqualTo("no");
    assertThat(report.at("/creatives/0/errors").asInt()).isEqualTo(4);
    assertThat(report.path("errors").toString())
        .isEqualTo("[{\"code\":402,\"count\":2},{\"code\":null,\"count\":2}]");
  }

  @Test
  void whatWasDecidedBeforeSessionsWereCountedStaysUnknown() throws Exception {
    campaign(organization, creative(organization, 15));
    String adBreak = signalled(7, 15);
    Tenancy.runAs(
        organization,
        () ->
            jdbc.sql(
                    """
                    insert into avail (organization_id, playback_id, splice_event_id, decisions,
                        least_millis, most_millis, asked_at)
                    values (:organization, :playback, 7, 5, 15000, 15000, now())
                    """)
                .param("organization", organization)
                .param("playback", playback)
                .update());
    ask(decision(playback, 15, "s", "7"));

    JsonNode report = reportOf(adBreak, 6);

    assertThat(report.path("sessions").isNull()).isTrue();
    assertThat(report.path("filled_seconds").isNull()).isTrue();
    assertThat(report.path("average_filled_seconds").isNull()).isTrue();
    assertThat(report.path("first_asked_at").isNull()).isTrue();
    assertThat(state(report, "asked")).isEqualTo("yes");
    assertThat(report.at("/steps/asked/at").isNull()).isTrue();
    assertThat(state(report, "beacons")).isEqualTo("unknown");
    assertThat(as(organization).get("/v1/ad-fill-reports").json().path("data")).isEmpty();
  }

  @Test
  void theBreaksOfAChannelAreListedLastSignalledFirst() {
    String one = signalled(1, 15);
    String two = signalled(2, 15);
    String three = signalled(3, 15);
    signal(organization, "ch_other", Ids.next("brk"), 4, 15);

    JsonNode first = list("?limit=2&channel_id=" + channel);
    JsonNode second =
        list("?limit=2&channel_id=" + channel + "&cursor=" + first.path("next_cursor").asString());

    assertThat(ids(first)).containsExactly(three, two);
    assertThat(ids(second)).containsExactly(one);
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(first.at("/data/0")).isEqualTo(report(three));
    assertThat(ids(list(""))).hasSize(4);
    assertThat(ids(list("?channel_id=ch_unknown"))).isEmpty();
  }

  private JsonNode list(String query) {
    return as(organization).get("/v1/ad-break-reports" + query).json();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("data")
        .valueStream()
        .map(report -> report.path("ad_break_id").asString())
        .toList();
  }

  @Test
  void aBreakOfAnotherChannelOrOrganizationIsNotFound() {
    String adBreak = signalled(1, 15);
    String path = "/v1/channels/%s/ad-breaks/%s/report";

    assertThat(as(organization).get(path.formatted("ch_other", adBreak)).status()).isEqualTo(404);
    assertThat(as(organization).get(path.formatted(channel, "brk_1")).status()).isEqualTo(404);
    assertThat(as(organization()).get(path.formatted(channel, adBreak)).status()).isEqualTo(404);
    assertThat(
            as(organization()).get("/v1/ad-break-reports?channel_id=" + channel).json().at("/data"))
        .isEmpty();
    assertThat(as(organization, "channels:read").get(path.formatted(channel, adBreak)).status())
        .isEqualTo(403);
  }
}
