package onair.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/whoami, ACCOUNT",
    "/v1/api-keys, ACCOUNT",
    "/v1/api-keys/key_1, ACCOUNT",
    "/v1/organizations/org_1/members, ACCOUNT",
    "/v1/event-types, ACCOUNT",
    "/v1/channels, CHANNEL",
    "/v1/channels/ch_1/sessions/ses_1, CHANNEL",
    "/v1/channels/ch_1/sessions/ses_1/timeline, ACCOUNT",
    "/v1/channels/ch_1/ad-breaks/brk_1, CHANNEL",
    "/v1/channels/ch_1/ad-breaks/brk_1/report, ADS",
    "/v1/channels/ch_1/stream-key:rotate, CHANNEL",
    "/v1/operations/op_1, CHANNEL",
    "/v1/presets/ladders, CHANNEL",
    "/v1/playback/{playback_id}, DELIVERY",
    "/v1/inventory, CHANNEL",
    "/v1/orphans, CHANNEL",
    "/v1/drift/drf_1/repair, CHANNEL",
    "/v1/budgets/organization, CHANNEL",
    "/v1/usage, CHANNEL",
    "/v1/waste, CHANNEL",
    "/v1/distributions, DELIVERY",
    "/v1/uploads/up_1/complete, VOD",
    "/v1/assets, VOD",
    "/v1/campaigns/cmp_1, ADS",
    "/v1/creatives, ADS",
    "/v1/ad-configurations, ADS",
    "/v1/ad-reports, ADS",
    "/v1/ad-break-reports, ADS",
    "/v1/ad-fill-reports, ADS",
    "/playback/pb_1, DELIVERY",
    "/ads/vast, ADS",
    "/ads/vmap, ADS",
    "/ads/events/start, ADS"
  })
  void leadsEachPathToItsService(String path, Service service) {
    assertThat(RouteTable.serviceOf(path)).hasValue(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1",
        "/v1/",
        "/v1/channelsx",
        "/v1/internal/x",
        "/internal/credentials/verify",
        "/playback",
        "/playback/pb_1/x",
        "/ads",
        "/ads/vast/x",
        "/actuator/health",
        "/v3/api-docs",
        "/v1/whoami/other",
        "/V1/channels"
      })
  void leadsNowhereElse(String path) {
    assertThat(RouteTable.serviceOf(path)).isEmpty();
  }

  @Test
  void namesTheAudienceEachServiceInsistsOn() {
    assertThat(Service.values())
        .extracting(Service::audience)
        .containsExactly(
            "account-service", "channel-service", "delivery-service", "vod-service", "ads-service");
  }
}
