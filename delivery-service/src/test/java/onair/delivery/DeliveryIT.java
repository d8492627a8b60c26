package onair.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import onair.common.id.Ids;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CachePolicy;
import software.amazon.awssdk.services.cloudfront.model.CachePolicySummary;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;
import software.amazon.awssdk.services.cloudfront.model.Tag;
import tools.jackson.databind.JsonNode;

/**
 * The life of an installation's distribution, from nothing to nothing, in order; and what callers
 * are told meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class DeliveryIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Caller STREAMER =
      new Caller("org_1", "key_1", Set.of("channels:read", "channels:write"));
  private static final Caller OPERATOR = new Caller("org_ops", "mem_1", Set.of("ops:*"));
  private static final String PATH = "/out/v1/onair-live/ch_1/main";

  @TempDir private static Path folder;

  private Installation installation;

  @BeforeAll
  void start() {
    installation = new Installation(folder);
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  @Test
  @Order(1)
  void waitsForSomethingToServe() {
    await().atMost(SOON).until(() -> "waiting_for_origin".equals(status()));

    installation.told().channel("channel.live", "org_1", "ch_1", 3, "live", PATH);
    JsonNode playback = heard("pb_1");

    assertThat(distributions()).isEmpty();
    assertThat(playback.path("status").asString()).isEqualTo("live");
    assertThat(playback.path("hls_url").isNull()).isTrue();
    assertThat(playback.path("dash_url").isNull()).isTrue();
  }

  @Test
  @Order(2)
  void makesTheDistributionWhenAPackagingGroupAnnouncesItself() {
    installation.told().packagingGroup("onair-live", Installation.LIVE_DOMAIN, 1);
    await().atMost(SOON).until(() -> "deployed".equals(status()));

    DistributionSummary made = only(distributions());
    OriginAccessControlSummary accessControl =
        only(cloudFront().listOriginAccessControls(r -> {}).originAccessControlList().items());
    assertThat(accessControl.name()).isEqualTo("onair-local-mediapackagev2");
    assertThat(accessControl.originAccessControlOriginTypeAsString()).isEqualTo("mediapackagev2");
    assertThat(only(made.origins().items()).originAccessControlId()).isEqualTo(accessControl.id());
    assertThat(only(made.origins().items()).domainName()).isEqualTo(Installation.LIVE_DOMAIN);
    CachePolicy policy = cachePolicy();
    assertThat(made.cacheBehaviors().items())
        .filteredOn(behavior -> behavior.pathPattern().matches(".*(m3u8|mpd)"))
        .hasSize(2)
        .allMatch(behavior -> behavior.compress())
        .allMatch(behavior -> behavior.cachePolicyId().equals(policy.id()));
    var key = policy.cachePolicyConfig().parametersInCacheKeyAndForwardedToOrigin();
    assertThat(key.queryStringsConfig().queryStrings().items())
        .as("what low-latency players and those that go back ask with")
        .contains("_HLS_msn", "_HLS_part", "start", "end", "time_delay");
    assertThat(key.enableAcceptEncodingGzip()).isTrue();
    assertThat(tags(made))
        .containsEntry("onair:deployment", "local")
        .containsEntry("onair:resource", "distribution:default/cloudfront-distribution")
        .containsEntry("onair:generation", "1");
    JsonNode shown = shown();
    assertThat(shown.path("physical_id").asString()).isEqualTo(made.id());
    assertThat(shown.path("domain_name").asString()).isEqualTo(made.domainName());
    assertThat(shown.path("origins").get(0).asString()).isEqualTo("onair-live");
    assertThat(shown.path("reason").isNull()).isTrue();
  }

  @Test
  @Order(3)
  void tellsPlaybackAddressesInTheShapeOfTheApi() throws Exception {
    JsonNode playback = playback("pb_1");

    assertThat(playback.propertyNames())
        .containsExactlyInAnyOrder(
            "playback_id",
            "status",
            "hls_url",
            "ll_hls_url",
            "dash_url",
            "start_over",
            "policy",
            "expires_at");
    assertThat(playback.path("playback_id").asString()).isEqualTo("pb_1");
    assertThat(playback.path("hls_url").asString())
        .isEqualTo(installation.edge() + PATH + "/index.m3u8");
    assertThat(playback.path("dash_url").asString())
        .isEqualTo(installation.edge() + PATH + "/index.mpd");
    assertThat(playback.path("ll_hls_url").isNull()).isTrue();
    assertThat(playback.at("/start_over/since").asString()).isEqualTo(Told.SINCE.toString());
    assertThat(playback.at("/start_over/hls_url").asString())
        .isEqualTo(
            "%s%s/index.m3u8?start=%d"
                .formatted(installation.edge(), PATH, Told.SINCE.getEpochSecond()));
    assertThat(playback.path("policy").asString()).isEqualTo("public");
    assertThat(playback.path("expires_at").isNull()).isTrue();
    assertThat(view(playback.path("hls_url").asString()).body())
        .as("the edge has the distribution and asks the origin, which nobody runs here")
        .contains("No origin named " + Installation.LIVE_DOMAIN);
  }

  @Test
  @Order(4)
  void keepsTheNewestAndForgetsWhatIsDeleted() {
    Told told = installation.told();
    told.channel("channel.created", "org_1", "ch_2", 1, "idle", null);
    assertThat(heard("pb_2").path("hls_url").isNull()).isTrue();

    told.channel("channel.starting", "org_1", "ch_1", 1, "starting", null);
    told.channel("channel.deleted", "org_1", "ch_2", 5, "deleted", null);
    told.channel("channel.stopping", "org_1", "ch_2", 4, "stopping", null);
    told.channel("channel.updated", "org_1", "ch_2", 6, "idle", null);
    told.nonsense("channel.updated");
    told.nonsense("origin.ready");
    told.nonsense("ad_configuration.ready");
    told.channel("channel.created", "org_1", "ch_last", 1, "idle", null);
    heard("pb_last");

    assertThat(playback("pb_1").path("status").asString()).isEqualTo("live");
    assertThat(streamer().get("/v1/playback/pb_2").status()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void tellsNobodyOfAnothersChannel() {
    Reply foreign =
        installation.as(new Caller("org_2", "key_2", Set.of("*"))).get("/v1/playback/pb_1");
    Reply unknown = streamer().get("/v1/playback/pb_nothing");

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.code()).isEqualTo("not_found");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.problem().path("request_id").asString()).isNotEmpty();
    assertThat(streamer().get("/v1/playback/" + "x".repeat(300)).status()).isEqualTo(404);
  }

  @Test
  @Order(4)
  void tellsViewersWhereSomethingPlaysAndNothingElse() {
    String id = Ids.next("ch");
    String watch = "/playback/" + id.replace("ch_", "pb_");
    Told told = installation.told();
    told.channel("channel.live", "org_1", id, 1, "live", PATH);
    JsonNode known = heard(id.replace("ch_", "pb_"));
    await().atMost(SOON).until(() -> viewer().get(watch).status() == 200);
    JsonNode shown = viewer().get(watch).json();

    assertThat(shown.propertyNames())
        .containsExactlyInAnyOrder(
            "playback_id", "status", "hls_url", "ll_hls_url", "dash_url", "start_over", "policy");
    shown.forEachEntry((name, value) -> assertThat(value).as(name).isEqualTo(known.path(name)));
    assertThat(shown.path("hls_url").asString()).startsWith(installation.edge().toString());
    assertThat(installation.anonymous().get(watch).status())
        .as("viewers come by the gateway")
        .isEqualTo(401);

    told.channel("channel.deleted", "org_1", id, 2, "deleted", null);
    await().atMost(SOON).until(() -> viewer().get(watch).status() == 404);
  }

  @Test
  @Order(4)
  void tellsViewersOfNothingWhereThereIsNothing() {
    for (String nothing :
        List.of(Ids.next("pb"), "pb_nothing", "ch_1", "org_1", "*", "x".repeat(3000))) {
      Reply reply = viewer().get("/playback/" + nothing);
      assertThat(reply.status()).as(nothing).isEqualTo(404);
      assertThat(reply.code()).as(nothing).isEqualTo("not_found");
    }
    assertThat(viewer().get("/v1/playback/pb_1").status()).isEqualTo(403);
    assertThat(viewer().delete("/playback/" + Ids.next("pb")).status()).isEqualTo(405);
  }

  @Test
  @Order(4)
  void asksForTheRightScopes() {
    Reply stranger = installation.anonymous().get("/v1/playback/pb_1");
    Reply wrong =
        installation.as(new Caller("org_1", "k", Set.of("assets:*"))).get("/v1/playback/pb_1");
    Reply viewer =
        installation.as(new Caller("org_1", "k", Set.of("delivery:read"))).get("/v1/playback/pb_1");
    Reply notOps = streamer().get("/v1/distributions");

    assertThat(stranger.status()).isEqualTo(401);
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(wrong.problem().path("scope").asString()).isEqualTo("delivery:read");
    assertThat(viewer.status()).isEqualTo(200);
    assertThat(notOps.status()).isEqualTo(403);
    assertThat(notOps.problem().path("scope").asString()).isEqualTo("ops:read");
    assertThat(streamer().delete("/v1/playback/pb_1").status()).isEqualTo(405);
  }

  @Test
  @Order(4)
  void describesItself() {
    JsonNode description = installation.anonymous().get("/v3/api-docs").json();
    JsonNode playback = description.at("/paths/~1v1~1playback~1{playback_id}/get");
    JsonNode list = description.at("/paths/~1v1~1distributions/get");
    JsonNode schemas = description.at("/components/schemas");

    assertThat(description.path("paths").size()).isEqualTo(2);
    assertThat(playback.path("parameters").size()).as("the caller is no parameter").isEqualTo(1);
    assertThat(playback.at("/responses/404/$ref").asString())
        .isEqualTo("#/components/responses/NotFound");
    assertThat(description.at("/components/responses/NotFound/content").propertyNames())
        .containsExactly("application/problem+json");
    assertThat(playback.at("/responses/200/content").propertyNames())
        .containsExactly("application/json");
    assertThat(list.path("description").asString()).endsWith("Needs the scope `ops:read`.");
    assertThat(schemas.at("/Playback/properties").propertyNames())
        .contains("hls_url", "ll_hls_url", "expires_at");
    assertThat(schemas.has("Problem")).isTrue();
  }

  @Test
  @Order(5)
  void addsAnOriginToTheSameDistributionForAnotherGroup() {
    DistributionSummary before = only(distributions());
    installation
        .told()
        .channel("channel.live", "org_1", "ch_3", 1, "live", "/out/v1/onair-more/ch_3/main");
    assertThat(heard("pb_3").path("hls_url").isNull()).isTrue();

    installation.told().packagingGroup("onair-more", Installation.MORE_DOMAIN, 1);
    await().atMost(SOON).until(() -> playback("pb_3").path("hls_url").isString());

    DistributionSummary after = only(distributions());
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.eTag()).isNotEqualTo(before.eTag());
    assertThat(after.origins().quantity()).isEqualTo(2);
    assertThat(playback("pb_1").path("hls_url").isString()).isTrue();
  }

  @Test
  @Order(5)
  void servesAssetsFromTheirBucketAndSignsThoseRequestsApart() {
    Told told = installation.told();
    told.asset("asset.ready", "org_1", "as_4", 2, "ready");
    assertThat(heard("pb_4").path("hls_url").isNull()).isTrue();

    told.origin("vod-bucket", "s3", "vod.s3.eu-west-1.amazonaws.com", "/vod/*", 1);
    await().atMost(SOON).until(() -> playback("pb_4").path("hls_url").isString());

    assertThat(playback("pb_4").path("dash_url").asString())
        .isEqualTo(installation.edge() + "/vod/as_4/index.mpd");
    assertThat(
            cloudFront()
                .listOriginAccessControls(r -> {})
                .originAccessControlList()
                .items()
                .stream()
                .map(OriginAccessControlSummary::originAccessControlOriginTypeAsString))
        .containsExactlyInAnyOrder("mediapackagev2", "s3");
    assertThat(only(distributions()).origins().items())
        .filteredOn(origin -> origin.id().equals("vod-bucket"))
        .singleElement()
        .satisfies(origin -> assertThat(origin.s3OriginConfig()).isNotNull());
  }

  @Test
  @Order(6)
  void leadsViewersThroughTheAdsOfWhatHasThem() {
    Told told = installation.told();
    String ads = "/v1/master/hash/onair-local-pb_4/index.m3u8";
    told.adConfiguration("ad_configuration.ready", "adc_1", "pb_4", 1, ads);
    told.channel("channel.created", "org_1", "ch_after_ads", 1, "idle", null);
    heard("pb_after_ads");
    assertThat(playback("pb_4").path("hls_url").asString())
        .as("plays without ads as long as nobody serves the way with them")
        .isEqualTo(installation.edge() + "/vod/as_4/index.m3u8");

    told.origin("tailor", "mediatailor", "hash.mediatailor.eu-west-1.amazonaws.com", "/v1/*", 1);
    await()
        .atMost(SOON)
        .until(() -> playback("pb_4").path("hls_url").asString().equals(installation.edge() + ads));
    assertThat(playback("pb_4").path("dash_url").asString())
        .isEqualTo(installation.edge() + "/vod/as_4/index.mpd");

    told.adConfiguration("ad_configuration.deleted", "adc_1", "pb_4", 2, ads);
    await()
        .atMost(SOON)
        .until(() -> playback("pb_4").path("hls_url").asString().endsWith("/vod/as_4/index.m3u8"));
  }

  @Test
  @Order(7)
  void tellsOtherServicesAtEachStartUnderWhichAddressItServes() {
    Supplier<Optional<JsonNode>> told = installation.overhear("distribution.ready");
    installation.restart(Map.of());

    await()
        .atMost(SOON)
        .until(
            () ->
                told.get()
                    .filter(
                        detail ->
                            detail
                                .at("/data/base_url")
                                .asString("")
                                .equals(installation.edge().toString()))
                    .isPresent());
  }

  @Test
  @Order(8)
  void putsRightWhatSomebodyChangedByHandAndKeepsTheRest() {
    DistributionSummary made = only(distributions());
    var read = cloudFront().getDistributionConfig(r -> r.id(made.id()));
    cloudFront()
        .updateDistribution(
            r ->
                r.id(made.id())
                    .ifMatch(read.eTag())
                    .distributionConfig(
                        read.distributionConfig().toBuilder()
                            .comment("theirs")
                            .customErrorResponses(c -> c.quantity(0))
                            .build()));

    CachePolicy policy = cachePolicy();
    cloudFront()
        .updateCachePolicy(
            r ->
                r.id(policy.id())
                    .ifMatch(cloudFront().getCachePolicy(g -> g.id(policy.id())).eTag())
                    .cachePolicyConfig(
                        policy.cachePolicyConfig().toBuilder().defaultTTL(86_400L).build()));

    installation.restart(Map.of());
    await().atMost(SOON).until(() -> only(distributions()).customErrorResponses().quantity() > 0);

    assertThat(cachePolicy().id()).isEqualTo(policy.id());
    assertThat(cachePolicy().cachePolicyConfig().defaultTTL()).isEqualTo(1);
    assertThat(only(distributions()).comment()).isEqualTo("theirs");
  }

  @Test
  @Order(9)
  void keepsTellingAddressesWhileAwsDoesNotAnswer() {
    await().atMost(SOON).until(() -> "deployed".equals(status()));
    String id = only(distributions()).id();
    installation.stopAws();
    installation.restart(Map.of("onair.aws.call-timeout", "2s"));
    await().atMost(SOON).until(() -> shown().path("reason").isString());

    assertThat(playback("pb_1").path("hls_url").isString()).isTrue();
    assertThat(shown().path("status").asString()).isEqualTo("deployed");

    installation.startAws();
    await().atMost(SOON).until(() -> shown().path("reason").isNull());
    assertThat(only(distributions()).id()).isEqualTo(id);
  }

  @Test
  @Order(10)
  void takesEverythingDownInOrderAndThenTellsNoAddress() {
    installation.restart(Map.of("onair.delivery.distribution", "absent"));
    await().atMost(SOON).until(() -> "removed".equals(status()));

    assertThat(distributions()).isEmpty();
    assertThat(cloudFront().listOriginAccessControls(r -> {}).originAccessControlList().items())
        .isEmpty();
    assertThat(cachePolicies()).isEmpty();
    assertThat(playback("pb_1").path("hls_url").isNull()).isTrue();
    assertThat(playback("pb_1").path("status").asString()).isEqualTo("live");
  }

  private JsonNode heard(String id) {
    await().atMost(SOON).until(() -> streamer().get("/v1/playback/" + id).status() == 200);
    return playback(id);
  }

  private JsonNode playback(String id) {
    Reply reply = streamer().get("/v1/playback/" + id);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private TestApi viewer() {
    return installation.as(Caller.visitor());
  }

  private TestApi streamer() {
    return installation.as(STREAMER);
  }

  private JsonNode shown() {
    JsonNode page = installation.as(OPERATOR).get("/v1/distributions").json();
    assertThat(page.path("next_cursor").isNull()).isTrue();
    return page.path("data").path(0);
  }

  private String status() {
    return shown().path("status").asString("");
  }

  private CloudFrontClient cloudFront() {
    return installation.cloudFront();
  }

  private List<DistributionSummary> distributions() {
    return cloudFront().listDistributions(r -> {}).distributionList().items();
  }

  private CachePolicy cachePolicy() {
    CachePolicy only = only(cachePolicies()).cachePolicy();
    assertThat(only.cachePolicyConfig().name()).isEqualTo("onair-local-manifests");
    return only;
  }

  private List<CachePolicySummary> cachePolicies() {
    return cloudFront().listCachePolicies(r -> r.type("custom")).cachePolicyList().items();
  }

  private Map<String, String> tags(DistributionSummary distribution) {
    return cloudFront()
        .listTagsForResource(r -> r.resource(distribution.arn()))
        .tags()
        .items()
        .stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  private static <T> T only(List<T> items) {
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  private static HttpResponse<String> view(String address)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
