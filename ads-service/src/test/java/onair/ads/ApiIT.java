package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.common.id.Ids;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What the API takes, and what it refuses and how. */
class ApiIT extends FakeTailorScenario {

  @Autowired
  ApiIT(ConfigurableApplicationContext service) {
    super(service);
  }

  @Test
  void aReadyAssetWithAFileBecomesACreative() {
    String organization = organization();
    String asset = asset(organization, 15.04);

    Reply reply =
        as(organization)
            .post(
                "/v1/creatives",
                """
                {"name":"Sale","asset_id":"%s","click_through_url":"https://shop.example.com/?a=1",
                 "metadata":{"brand":"a"}}
                """
                    .formatted(asset));

    JsonNode creative = reply.json();
    String path = "/v1/creatives/" + creative.path("id").asString();
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).contains(path);
    assertThat(reply.header("ETag")).contains("\"1\"");
    assertThat(creative.path("id").asString()).startsWith("crv_");
    assertThat(creative.path("object").asString()).isEqualTo("creative");
    assertThat(creative.path("status").asString()).isEqualTo("ready");
    assertThat(creative.path("duration_seconds").decimalValue()).isEqualByComparingTo("15.04");
    assertThat(creative.path("width").asInt()).isEqualTo(1280);
    assertThat(creative.at("/metadata/brand").asString()).isEqualTo("a");
    assertThat(as(organization).get(path).json()).isEqualTo(creative);
  }

  @Test
  void onlyAnOwnReadyAssetWithAFileCanBeACreative() {
    String organization = organization();
    String processing = Ids.next("as");
    tellAsset("asset.processing", organization, processing, "processing", null, 0);
    String withoutFile = Ids.next("as");
    tellAsset("asset.ready", organization, withoutFile, "ready", null, 10);
    String deleted = asset(organization, 10);
    tellAsset("asset.deleted", organization, deleted, "deleted", null, 10);
    String foreign = asset(organization(), 10);

    assertThat(refusal(organization, processing)).containsExactly("asset_id not_ready");
    assertThat(refusal(organization, withoutFile)).containsExactly("asset_id no_mp4");
    assertThat(refusal(organization, deleted)).containsExactly("asset_id unknown");
    assertThat(refusal(organization, foreign)).containsExactly("asset_id unknown");
    assertThat(refusal(organization, "as_1' or 1=1")).containsExactly("asset_id unknown");
  }

  private List<String> refusal(String organization, String asset) {
    Reply reply =
        as(organization)
            .post("/v1/creatives", "{\"name\":\"x\",\"asset_id\":\"%s\"}".formatted(asset));
    assertThat(reply.status()).isEqualTo(422);
    return reply.violations();
  }

  @Test
  void aCreativeIsUnavailableOnceItsAssetIsGone() {
    String organization = organization();
    String asset = asset(organization, 15);
    String id =
        as(organization)
            .post("/v1/creatives", "{\"name\":\"x\",\"asset_id\":\"%s\"}".formatted(asset))
            .json()
            .path("id")
            .asString();

    tellAsset("asset.deleted", organization, asset, "deleted", null, 15);

    JsonNode creative = as(organization).get("/v1/creatives/" + id).json();
    assertThat(creative.path("status").asString()).isEqualTo("unavailable");
    assertThat(creative.path("duration_seconds").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /v1/creatives         | {}                                                              | name required,asset_id required
          /v1/creatives         | {"name":"","asset_id":5,"x":1}                                  | name not_blank,asset_id wrong_type,x unknown_field
          /v1/creatives         | {"name":"x","asset_id":"as_1","click_through_url":"javascript:alert(1)"} | click_through_url web_address
          /v1/creatives         | {"name":"x","asset_id":"as_1","click_through_url":"https://a:b@c/"}      | click_through_url web_address
          /v1/creatives         | {"name":"x","asset_id":"as_1","click_through_url":"https:///x"}          | click_through_url web_address
          /v1/creatives         | {"name":"x","asset_id":"as_1","metadata":{"":"a"}}              | metadata metadata
          /v1/campaigns         | {}                                                              | name required,creative_ids required
          /v1/campaigns         | {"name":"x","creative_ids":[]}                                  | creative_ids not_empty
          /v1/campaigns         | {"name":"x","creative_ids":["crv_1","crv_1"]}                   | creative_ids[0] unknown,creative_ids[1] repeated
          /v1/campaigns         | {"name":"x","creative_ids":["crv_1"],"weight":0,"status":"on"}  | weight min,status one_of
          /v1/campaigns         | {"name":"x","creative_ids":["crv_1"],"weight":1001}             | weight max
          /v1/campaigns         | {"name":"x","creative_ids":["crv_1"],"starts_at":"tomorrow"}    | starts_at invalid
          /v1/campaigns         | {"name":"x","creative_ids":["crv_1"],"starts_at":"2026-12-02T00:00:00Z","ends_at":"2026-12-01T00:00:00Z"} | creative_ids[0] unknown,ends_at before_start
          /v1/ad-configurations | {}                                                              | playback_id required
          /v1/ad-configurations | {"playback_id":"pb_1"}                                          | playback_id unknown
          /v1/ad-configurations | {"playback_id":"pb_1","pre_roll_seconds":0}                     | pre_roll_seconds min
          /v1/ad-configurations | {"playback_id":"pb_1","pre_roll_seconds":601}                   | pre_roll_seconds max
          """)
  void badFieldsAreToldByTheirNamesAndAllAtOnce(String path, String body, String violations) {
    Reply reply = as(organization()).post(path, body);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations()).containsExactlyInAnyOrder(violations.split(","));
  }

  @Test
  void aCampaignLivesAndChangesByItsVersion() {
    String organization = organization();
    TestApi client = as(organization);
    String creative = creative(organization, 10);
    String id = campaign(organization, creative);
    String path = "/v1/campaigns/" + id;

    assertThat(client.get(path).json().path("serving").asBoolean()).isTrue();
    assertThat(client.get(path).json().path("weight").asInt()).isEqualTo(100);
    Reply stale = client.with("If-Match", "\"7\"").patch(path, "{\"status\":\"paused\"}");
    Reply paused = client.with("If-Match", "\"1\"").patch(path, "{\"status\":\"paused\"}");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(paused.status()).isEqualTo(200);
    assertThat(paused.header("ETag")).contains("\"2\"");
    assertThat(paused.json().path("serving").asBoolean()).isFalse();
    assertThat(paused.json().path("creative_ids").get(0).asString()).isEqualTo(creative);
    assertThat(client.patch(path, "{\"name\":null}").violations()).containsExactly("name required");
    assertThat(client.patch(path, "{\"creative_ids\":[\"crv_1\"]}").violations())
        .containsExactly("creative_ids[0] unknown");
    assertThat(client.delete("/v1/creatives/" + creative).code()).isEqualTo("creative_in_use");
    assertThat(client.with("If-Match", "\"1\"").delete(path).status()).isEqualTo(412);
    assertThat(client.delete(path).status()).isEqualTo(204);
    assertThat(client.get(path).status()).isEqualTo(404);
    assertThat(client.delete("/v1/creatives/" + creative).status()).isEqualTo(204);
  }

  @Test
  void aCampaignServesOnlyWithinItsTimes() {
    String organization = organization();
    String creative = creative(organization, 10);
    String body = "{\"name\":\"x\",\"creative_ids\":[\"%s\"],\"%s\":\"%s\"}";

    assertThat(serving(organization, body.formatted(creative, "starts_at", "2099-01-01T00:00:00Z")))
        .isFalse();
    assertThat(serving(organization, body.formatted(creative, "ends_at", "2001-01-01T00:00:00Z")))
        .isFalse();
    assertThat(serving(organization, body.formatted(creative, "starts_at", "2001-01-01T00:00:00Z")))
        .isTrue();
  }

  private boolean serving(String organization, String body) {
    return as(organization).post("/v1/campaigns", body).json().path("serving").asBoolean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/creatives/", "/v1/campaigns/", "/v1/ad-configurations/"})
  void whatIsUnknownOrForeignIsNotFound(String path) {
    String owner = organization();
    String creative = creative(owner, 10);
    String campaign = campaign(owner, creative);
    String asset = asset(owner, 10);
    String configuration =
        as(owner)
            .post("/v1/ad-configurations", "{\"playback_id\":\"%s\"}".formatted(playback(asset)))
            .json()
            .path("id")
            .asString();
    TestApi stranger = as(organization());

    for (String id : List.of(creative, campaign, configuration, "nonsense", "x'%20or%201=1")) {
      assertThat(stranger.get(path + id).status()).isEqualTo(404);
      assertThat(stranger.patch(path + id, "{\"metadata\":{}}").status()).isEqualTo(404);
      assertThat(stranger.delete(path + id).status()).isEqualTo(404);
    }
    assertThat(stranger.get(path).json().path("data")).isEmpty();
    assertThat(
            stranger
                .post(
                    "/v1/campaigns",
                    "{\"name\":\"x\",\"creative_ids\":[\"%s\"]}".formatted(creative))
                .violations())
        .containsExactly("creative_ids[0] unknown");
    assertThat(
            stranger
                .post(
                    "/v1/ad-configurations", "{\"playback_id\":\"%s\"}".formatted(playback(asset)))
                .violations())
        .containsExactly("playback_id unknown");
  }

  @Test
  void aListIsPagedNewestFirst() {
    String organization = organization();
    for (int i = 0; i < 3; i++) {
      creative(organization, 10);
    }

    JsonNode first = as(organization).get("/v1/creatives?limit=2").json();
    creative(organization, 10);
    JsonNode second =
        as(organization)
            .get("/v1/creatives?limit=2&cursor=" + first.path("next_cursor").asString())
            .json();

    assertThat(first.path("data")).hasSize(2);
    assertThat(second.path("data")).hasSize(1);
    assertThat(second.path("next_cursor").isNull()).isTrue();
    assertThat(as(organization).get("/v1/creatives?limit=0").violations())
        .containsExactly("limit out_of_range");
    assertThat(as(organization).get("/v1/campaigns?status=on").violations())
        .containsExactly("status unknown_value");
  }

  @Test
  void aRepeatedRequestIsAnsweredWithTheFirstReply() {
    String organization = organization();
    TestApi client = as(organization).with("Idempotency-Key", "once");
    String body = "{\"name\":\"x\",\"asset_id\":\"%s\"}".formatted(asset(organization, 10));

    Reply first = client.post("/v1/creatives", body);
    Reply again = client.post("/v1/creatives", body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(as(organization).get("/v1/creatives").json().path("data")).hasSize(1);
    assertThat(client.post("/v1/creatives", body.replace("\"x\"", "\"y\"")).code())
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void eachActionNeedsItsScope() {
    String organization = organization();

    assertThat(api.get("/v1/campaigns").status()).isEqualTo(401);
    assertThat(as(organization, "ads:read").post("/v1/campaigns", "{}").status()).isEqualTo(403);
    assertThat(as(organization, "ads:write").get("/v1/campaigns").status()).isEqualTo(403);
    assertThat(as(organization, "channels:*").get("/v1/ad-reports").status()).isEqualTo(403);
    assertThat(visitor().get("/v1/creatives").status()).isEqualTo(403);
  }

  @Test
  void aChannelsConfigurationIsTheChannelsOwn() {
    String organization = organization();
    String channel = channelWithAds(organization);
    TestApi client = as(organization);
    JsonNode configuration =
        client
            .get("/v1/ad-configurations?playback_id=" + playback(channel))
            .json()
            .path("data")
            .get(0);
    String path = "/v1/ad-configurations/" + configuration.path("id").asString();

    assertThat(configuration.path("kind").asString()).isEqualTo("channel");
    assertThat(client.delete(path).code()).isEqualTo("managed_by_channel");
    assertThat(client.patch(path, "{\"pre_roll_seconds\":5}").code())
        .isEqualTo("managed_by_channel");
    assertThat(
            client
                .post(
                    "/v1/ad-configurations",
                    "{\"playback_id\":\"%s\"}".formatted(playback(channel)))
                .violations())
        .containsExactly("playback_id channel");
  }

  @Test
  void anUnknownSlateIsRefused() {
    String organization = organization();
    String asset = asset(organization, 60);

    Reply reply =
        as(organization)
            .post(
                "/v1/ad-configurations",
                "{\"playback_id\":\"%s\",\"slate_asset_id\":\"as_1\"}".formatted(playback(asset)));

    assertThat(reply.violations()).containsExactly("slate_asset_id unknown");
  }
}
