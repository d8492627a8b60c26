package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneOffset;
import onair.common.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** How well breaks were filled, by channel and day. */
class FillReportIT extends ServingScenario {

  @Autowired
  FillReportIT(ConfigurableApplicationContext service) {
    super(service);
  }

  private JsonNode report(String organization, String query) {
    return as(organization).get("/v1/ad-fill-reports" + query).json();
  }

  private void awaitDecisions(String organization, long count) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Tenancy.<Long, RuntimeException>as(
                        organization,
                        () ->
                            jdbc.sql(
                                    "select coalesce(sum(decisions), 0) from avail"
                                        + " where organization_id = :organization")
                                .param("organization", organization)
                                .query(Long.class)
                                .single())
                    == count);
  }

  @Test
  void whatWasAskedAndFilledIsAddedUpByChannelAndDay() throws Exception {
    String organization = organization();
    campaign(organization, creative(organization, 15));
    String channel = channelWithAds(organization);
    String other = channelWithAds(organization);
    ask(decision(playback(channel), 30, "s1", "1"));
    ask(decision(playback(channel), 30, "s1", "1"));
    ask(decision(playback(channel), 20, "s2", "1"));
    ask(decision(playback(channel), 10, "s1", "2"));
    ask(decision(playback(other), 15, "s1", "3"));
    awaitDecisions(organization, 5);

    JsonNode row = report(organization, "?channel_id=" + channel).at("/data/0");
    assertThat(row.path("object").asString()).isEqualTo("ad_fill_report");
    assertThat(LocalDate.parse(row.path("day").asString()))
        .isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
    assertThat(row.path("channel_id").asString()).isEqualTo(channel);
    assertThat(row.path("ad_breaks").asInt()).isEqualTo(2);
    assertThat(row.path("sessions").asInt()).isEqualTo(3);
    assertThat(row.path("asked_seconds").decimalValue()).isEqualByComparingTo("60");
    assertThat(row.path("filled_seconds").decimalValue()).isEqualByComparingTo("30");
    assertThat(row.path("fill_rate").decimalValue()).isEqualByComparingTo("0.5");

    JsonNode first = report(organization, "?limit=1");
    JsonNode second =
        report(organization, "?limit=1&cursor=" + first.path("next_cursor").asString());
    assertThat(first.at("/data/0/channel_id")).isNotEqualTo(second.at("/data/0/channel_id"));
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(report(organization(), "").path("data")).isEmpty();
  }

  @Test
  void aRangeOfDaysHasItsFirstAndItsLast() throws Exception {
    String organization = organization();
    String playback = playback(channelWithAds(organization));
    for (int day = 1; day <= 4; day++) {
      ask(decision(playback, 10, "s", Integer.toString(day)));
    }
    awaitDecisions(organization, 4);
    Tenancy.runAs(
        organization,
        () ->
            jdbc.sql(
                    "update avail set first_asked_at = timestamptz '2026-11-30T23:59:59Z'"
                        + " + splice_event_id * interval '1 day'"
                        + " where organization_id = :organization")
                .param("organization", organization)
                .update());

    assertThat(report(organization, "?from=2026-12-02&to=2026-12-03").path("data").valueStream())
        .extracting(row -> row.path("day").asString())
        .containsExactly("2026-12-03", "2026-12-02");
    assertThat(as(organization).get("/v1/ad-fill-reports?from=x").violations())
        .containsExactly("from invalid");
    assertThat(report(organization, "").at("/data/0/fill_rate").decimalValue())
        .isEqualByComparingTo("0");
  }
}
