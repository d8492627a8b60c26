package onair.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import onair.ads.placement.PlaybackConfigurationSpec;
import onair.common.id.Ids;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** How playback configurations come, follow and go. */
class PlacementIT extends FakeTailorScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired
  PlacementIT(ConfigurableApplicationContext service) {
    super(service);
  }

  private PlaybackConfigurationSpec awaitSpec(String playback) {
    return await()
        .atMost(PATIENCE)
        .until(() -> tailor.of("onair-test-" + playback), Optional::isPresent)
        .orElseThrow();
  }

  private void awaitGone(String playback) {
    await().atMost(PATIENCE).until(() -> tailor.of("onair-test-" + playback).isEmpty());
  }

  private void awaitEvents(String type, String organization, int count) {
    await().atMost(PATIENCE).until(() -> events(type, organization).size() == count);
  }

  @Test
  void aChannelThatWantsAdsGetsAConfigurationAndDeliveryHearsOfIt() {
    String organization = organization();
    String channel = Ids.next("ch");
    tellAddress(CDN + "/");

    tellChannel("channel.live", organization, channel, "/out/v1/g/c/e", Map.of("enabled", true));

    PlaybackConfigurationSpec spec = awaitSpec(playback(channel));
    assertThat(spec.contentUrl()).isEqualTo(CDN + "/out/v1/g/c/e");
    assertThat(spec.slateUrl()).isNull();
    assertThat(spec.decisionUrl())
        .startsWith("https://onair.example.com/ads/vast?c=" + playback(channel) + "&sig=")
        .contains("[session.avail_duration_secs]", "[session.id]", "[scte.event_id]");
    awaitEvents("ad_configuration.ready", organization, 1);
    JsonNode event = events("ad_configuration.ready", organization).getFirst();
    assertThat(event.at("/data/playback_id").asString()).isEqualTo(playback(channel));
    assertThat(event.at("/data/hls_path").asString())
        .isEqualTo("/v1/master/abc/onair-test-" + playback(channel) + "/index.m3u8");
    assertThat(event.at("/data/dash_path").asString())
        .isEqualTo("/v1/dash/abc/onair-test-" + playback(channel) + "/index.mpd");
    JsonNode origin = events("origin.ready", "").getLast();
    assertThat(origin.at("/data/kind").asString()).isEqualTo("mediatailor");
    assertThat(origin.at("/data/domain").asString()).isEqualTo(FakeTailor.HOST);
    assertThat(origin.at("/data/paths/0").asString()).isEqualTo("/v1/*");
  }

  @Test
  void aChannelWithoutAdsGetsNone() {
    String organization = organization();
    String channel = Ids.next("ch");
    tellChannel("channel.live", organization, channel, "/out/v1/g/c/e", Map.of("enabled", false));

    assertThat(as(organization).get("/v1/ad-configurations").json().path("data")).isEmpty();
  }

  @Test
  void aConfigurationWaitsForSomethingToPlayAndFollowsIt() {
    String organization = organization();
    String channel = Ids.next("ch");
    String slate = asset(organization, 30);
    tellAddress(CDN);
    var ads = Map.of("enabled", true, "slate_asset_id", slate);
    tellChannel("channel.created", organization, channel, null, ads);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                as(organization)
                    .get("/v1/ad-configurations")
                    .json()
                    .at("/data/0/status_reason")
                    .asString("")
                    .equals("nothing is packaged yet"));

    tellChannel("channel.live", organization, channel, "/out/v1/a", ads);
    assertThat(awaitSpec(playback(channel)).slateUrl())
        .isEqualTo(CDN + "/vod/" + slate + "/film.mp4");
    tellChannel("channel.live", organization, channel, "/out/v1/b", ads);
    await()
        .atMost(PATIENCE)
        .until(() -> awaitSpec(playback(channel)).contentUrl().equals(CDN + "/out/v1/b"));
    tellChannel("channel.idle", organization, channel, null, ads);
    tellAddress("https://other.example.com");
    tellChannel("channel.live", organization, channel, "/out/v1/c", ads);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                awaitSpec(playback(channel))
                    .contentUrl()
                    .equals("https://other.example.com/out/v1/c"));
    assertThat(events("ad_configuration.ready", organization)).hasSize(1);
    tellAddress(CDN);
  }

  @Test
  void switchingAdsOffTellsDeliveryAtOnceAndRemovesTheConfiguration() {
    String organization = organization();
    String channel = channelWithAds(organization);
    awaitEvents("ad_configuration.ready", organization, 1);
    long first = version("ad_configuration.ready", organization);

    tellChannel("channel.updated", organization, channel, "/out/v1/x", Map.of("enabled", false));

    awaitEvents("ad_configuration.deleted", organization, 1);
    awaitGone(playback(channel));
    assertThat(version("ad_configuration.deleted", organization)).isGreaterThan(first);
    await()
        .atMost(PATIENCE)
        .until(() -> as(organization).get("/v1/ad-configurations").json().path("data").isEmpty());

    tellChannel("channel.updated", organization, channel, "/out/v1/x", Map.of("enabled", true));
    awaitSpec(playback(channel));
    awaitEvents("ad_configuration.ready", organization, 2);
    assertThat(version("ad_configuration.ready", organization))
        .isGreaterThan(version("ad_configuration.deleted", organization));

    tellChannel("channel.deleted", organization, channel, null, Map.of("enabled", true));
    awaitGone(playback(channel));
    awaitEvents("ad_configuration.deleted", organization, 2);
  }

  private long version(String type, String organization) {
    return events(type, organization).getLast().at("/resource/version").asLong();
  }

  @Test
  void anAssetGetsAdsWhenAskedAndLosesThemWhenAskedOrGone() {
    String organization = organization();
    String asset = asset(organization, 60);
    String playback = playback(asset);
    TestApi client = as(organization);
    tellAddress(CDN);
    String body = "{\"playback_id\":\"%s\",\"metadata\":{\"shelf\":\"a\"}}".formatted(playback);

    Reply made = client.post("/v1/ad-configurations", body);

    String path = "/v1/ad-configurations/" + made.json().path("id").asString();
    assertThat(made.status()).isEqualTo(202);
    assertThat(made.json().path("pre_roll_seconds").asInt()).isEqualTo(30);
    assertThat(made.json().path("kind").asString()).isEqualTo("asset");
    assertThat(awaitSpec(playback).decisionUrl()).contains("/ads/vmap?c=" + playback);
    await()
        .atMost(PATIENCE)
        .until(() -> client.get(path).json().path("status").asString().equals("ready"));
    assertThat(client.post("/v1/ad-configurations", body).code()).isEqualTo("already_exists");
    assertThat(
            client.patch(path, "{\"pre_roll_seconds\":10}").json().path("pre_roll_seconds").asInt())
        .isEqualTo(10);
    assertThat(client.with("If-Match", "\"1\"").delete(path).status()).isEqualTo(412);

    assertThat(client.delete(path).json().path("status").asString()).isEqualTo("removing");
    awaitGone(playback);
    await().atMost(PATIENCE).until(() -> client.get(path).status() == 404);

    assertThat(client.post("/v1/ad-configurations", body).status()).isEqualTo(202);
    awaitSpec(playback);
    tellAsset("asset.deleted", organization, asset, "deleted", null, 60);
    awaitGone(playback);
  }
}
