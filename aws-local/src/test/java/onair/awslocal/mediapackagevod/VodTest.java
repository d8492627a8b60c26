package onair.awslocal.mediapackagevod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.origin.OriginResponse;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediapackagevod.model.AssetShallow;
import software.amazon.awssdk.services.mediapackagevod.model.DescribeAssetResponse;
import software.amazon.awssdk.services.mediapackagevod.model.EgressEndpoint;
import software.amazon.awssdk.services.mediapackagevod.model.NotFoundException;
import software.amazon.awssdk.services.mediapackagevod.model.StreamOrder;
import software.amazon.awssdk.services.mediapackagevod.model.TooManyRequestsException;
import software.amazon.awssdk.services.mediapackagevod.model.UnprocessableEntityException;

class VodTest {

  @TempDir Path folder;
  private Vod aws;

  @BeforeEach
  void start() throws Exception {
    aws = Vod.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void assetIsIngestedAndThenPlayedFromItsGroupsHost() throws Exception {
    aws.film();
    aws.group();
    aws.cmaf("cmaf");

    var created =
        aws.client.createAsset(
            a ->
                a.id("film")
                    .packagingGroupId("films")
                    .sourceArn(Vod.SOURCE)
                    .sourceRoleArn(Vod.ROLE)
                    .resourceId("drm-1"));
    EgressEndpoint queued = created.egressEndpoints().getFirst();
    assertThat(queued.status()).isEqualTo("QUEUED");
    assertThat(aws.fetch(queued.url()).status()).isEqualTo(404);
    aws.settle();

    DescribeAssetResponse asset = aws.client.describeAsset(a -> a.id("film"));
    assertThat(asset.arn())
        .isEqualTo("arn:aws:mediapackage-vod:eu-west-1:111122223333:assets/film");
    assertThat(asset.resourceId()).isEqualTo("drm-1");
    EgressEndpoint endpoint = asset.egressEndpoints().getFirst();
    assertThat(endpoint.status()).isEqualTo("PLAYABLE");
    assertThat(endpoint.url()).isEqualTo(queued.url()).endsWith("/main.m3u8");
    assertThat(URI.create(endpoint.url()).getHost())
        .isEqualTo(aws.client.describePackagingGroup(g -> g.id("films")).domainName());
    OriginResponse manifest = aws.fetch(endpoint.url());
    assertThat(manifest.contentType()).isEqualTo("application/vnd.apple.mpegurl");
    assertThat(Vod.text(manifest)).contains("indexlow.m3u8", "indexhigh.m3u8");
    URI folderUrl = URI.create(endpoint.url());
    assertThat(Vod.text(aws.fetch(folderUrl.resolve("indexlow.m3u8").toString())))
        .contains("#EXTINF:2.0,");
    assertThat(Vod.text(aws.fetch(folderUrl.resolve("indexlow_000000001.cmfv").toString())))
        .isEqualTo("segment of low");
    assertThat(aws.fetch(folderUrl.resolve("notes.txt").toString()).status()).isEqualTo(404);
    assertThat(aws.events)
        .extracting(detail -> (Object) detail.get("event"))
        .containsExactly("IngestStart", "IngestComplete", "VodAssetPlayable");
    assertThat(aws.events.getLast().get("manifest_urls")).isEqualTo(List.of(endpoint.url()));
  }

  @Test
  void streamSelectionLeavesVariantsOutAndOrdersThem() throws Exception {
    aws.film();
    aws.group();
    aws.client.createPackagingConfiguration(
        c ->
            c.id("hls")
                .packagingGroupId("films")
                .hlsPackage(
                    p ->
                        p.hlsManifests(
                            m ->
                                m.streamSelection(
                                    s -> s.streamOrder(StreamOrder.VIDEO_BITRATE_DESCENDING)))));
    aws.client.createPackagingConfiguration(
        c ->
            c.id("small")
                .packagingGroupId("films")
                .hlsPackage(
                    p ->
                        p.hlsManifests(
                            m -> m.streamSelection(s -> s.maxVideoBitsPerSecond(2_000_000)))));
    Map<String, String> urls = urls(aws.asset("film"));

    assertThat(Vod.text(aws.fetch(urls.get("hls"))))
        .containsSubsequence("indexa.m3u8", "indexhigh.m3u8", "indexlow.m3u8");
    assertThat(Vod.text(aws.fetch(urls.get("small"))))
        .contains("indexa.m3u8", "indexlow.m3u8")
        .doesNotContain("indexhigh.m3u8");
  }

  @Test
  void sourceThatIsNotWholeFails() throws Exception {
    aws.group();
    aws.cmaf("cmaf");
    assertThat(status(aws.asset("nothing"))).isEqualTo("FAILED");
    aws.film();
    aws.object("film/indexlow.m3u8", "#EXTM3U\n#EXTINF:2,\nmissing.cmfv\n");
    assertThat(status(aws.asset("missing"))).isEqualTo("FAILED");
    assertThat(aws.events.getLast())
        .satisfies(
            detail -> {
              assertThat(detail.get("event")).isEqualTo("IngestError");
              assertThat(detail.get("message")).asString().contains("film/missing.cmfv");
            });
    for (String elsewhere : List.of("../secret", "/film/a", "http://x/y", "s3://b/k", "//h/p")) {
      aws.object("film/indexlow.m3u8", "#EXTM3U\n#EXTINF:2,\n" + elsewhere + "\n");
      String id = "elsewhere-" + elsewhere.hashCode();
      assertThat(status(aws.asset(id))).as(elsewhere).isEqualTo("FAILED");
    }
    aws.object("film/indexlow.m3u8", "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n");
    assertThat(status(aws.asset("encrypted"))).isEqualTo("FAILED");
  }

  @Test
  void dashIsPlayedWhenTheSourceHasItAndWhatIsNotPackagedHereSaysSo() throws Exception {
    aws.film();
    aws.group();
    aws.client.createPackagingConfiguration(
        c -> c.id("dash").packagingGroupId("films").dashPackage(p -> p.dashManifests(m -> {})));
    aws.client.createPackagingConfiguration(
        c -> c.id("mss").packagingGroupId("films").mssPackage(p -> p.mssManifests(m -> {})));
    Map<String, String> without = urls(aws.asset("without"));
    assertThat(aws.fetch(without.get("dash")).status()).isEqualTo(501);
    assertThat(aws.fetch(without.get("mss")).status()).isEqualTo(501);

    aws.object("film/index.mpd", "<MPD/>");
    assertThat(Vod.text(aws.fetch(urls(aws.asset("with")).get("dash")))).isEqualTo("<MPD/>");
  }

  @Test
  void cdnIdentifierIsAskedForWhenTheGroupHasOne() throws Exception {
    String secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:cdn-AbCdEf";
    aws.secrets.put(secret, "{\"MediaPackageCDNIdentifier\":\"f0a7\"}");
    aws.film();
    aws.client.createPackagingGroup(
        g ->
            g.id("films")
                .authorization(a -> a.cdnIdentifierSecret(secret).secretsRoleArn(Vod.ROLE)));
    aws.cmaf("cmaf");
    String url = urls(aws.asset("film")).get("cmaf");

    assertThat(aws.fetch(url).status()).isEqualTo(403);
    assertThat(aws.fetch(url, Map.of("x-mediapackage-cdnidentifier", "wrong")).status())
        .isEqualTo(403);
    assertThat(aws.fetch(url, Map.of("x-mediapackage-cdnidentifier", "f0a7")).status())
        .isEqualTo(200);
    aws.client.updatePackagingGroup(g -> g.id("films"));
    assertThat(aws.fetch(url).status()).isEqualTo(200);
  }

  @Test
  void newConfigurationMakesItsGroupsAssetsPlayableOneWayMore() throws Exception {
    aws.film();
    aws.group();
    aws.asset("film");
    aws.cmaf("late");

    assertThat(aws.events.getLast().get("packaging_configuration_id")).isEqualTo("late");
    String url = urls(aws.client.describeAsset(a -> a.id("film"))).get("late");
    assertThat(aws.fetch(url).status()).isEqualTo(200);
    aws.client.deletePackagingConfiguration(c -> c.id("late"));
    assertThat(aws.fetch(url).status()).isEqualTo(404);
    assertThat(aws.client.describeAsset(a -> a.id("film")).egressEndpoints()).isEmpty();
  }

  @Test
  void groupGoesWhenNothingIsInItAndAnotherOfItsNameHasAnotherHost() throws Exception {
    aws.group();
    aws.cmaf("cmaf");
    String host = aws.client.describePackagingGroup(g -> g.id("films")).domainName();
    assertThatThrownBy(() -> aws.client.deletePackagingGroup(g -> g.id("films")))
        .isInstanceOf(UnprocessableEntityException.class);
    aws.client.deletePackagingConfiguration(c -> c.id("cmaf"));
    aws.asset("film");
    assertThat(aws.client.describePackagingGroup(g -> g.id("films")).approximateAssetCount())
        .isEqualTo(1);
    assertThatThrownBy(() -> aws.client.deletePackagingGroup(g -> g.id("films")))
        .isInstanceOf(UnprocessableEntityException.class);
    aws.client.deleteAsset(a -> a.id("film"));
    aws.client.deletePackagingGroup(g -> g.id("films"));

    assertThat(aws.directory.serves(host)).isFalse();
    assertThatThrownBy(() -> aws.client.describePackagingGroup(g -> g.id("films")))
        .isInstanceOf(NotFoundException.class);
    aws.settle();
    aws.group();
    assertThat(aws.client.describePackagingGroup(g -> g.id("films")).domainName())
        .isNotEqualTo(host);
  }

  @Test
  void whatAwsRefusesIsRefused() {
    aws.group();
    assertThatThrownBy(aws::group)
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("already exists");
    assertThatThrownBy(() -> aws.client.createPackagingGroup(g -> g.id("a b")))
        .isInstanceOf(UnprocessableEntityException.class);
    assertThatThrownBy(
            () -> aws.client.createPackagingConfiguration(c -> c.id("c").packagingGroupId("films")))
        .hasMessageContaining("exactly one package");
    assertThatThrownBy(
            () ->
                aws.client.createAsset(
                    a ->
                        a.id("a")
                            .packagingGroupId("films")
                            .sourceArn("s3://vod-bucket/film/index.m3u8")
                            .sourceRoleArn(Vod.ROLE)))
        .isInstanceOf(UnprocessableEntityException.class);
    assertThatThrownBy(
            () ->
                aws.client.createAsset(
                    a ->
                        a.id("a")
                            .packagingGroupId("none")
                            .sourceArn(Vod.SOURCE)
                            .sourceRoleArn(Vod.ROLE)))
        .isInstanceOf(NotFoundException.class);
    aws.quotas.set(new Scope(Vod.ACCOUNT, "eu-west-1"), Quota.MEDIAPACKAGE_GROUPS, 1);
    assertThatThrownBy(() -> aws.client.createPackagingGroup(g -> g.id("second")))
        .isInstanceOf(TooManyRequestsException.class);
  }

  @Test
  void everythingIsThereAfterARestartAndAnIngestGoesOn() throws Exception {
    aws.film();
    aws.group();
    aws.cmaf("cmaf");
    String played = urls(aws.asset("one")).get("cmaf");
    aws.client.createAsset(
        a -> a.id("two").packagingGroupId("films").sourceArn(Vod.SOURCE).sourceRoleArn(Vod.ROLE));
    String arn = aws.client.describeAsset(a -> a.id("one")).arn();
    aws.client.tagResource(t -> t.resourceArn(arn).tags(Map.of("tenant", "t1", "old", "x")));
    aws.client.untagResource(t -> t.resourceArn(arn).tagKeys("old"));
    aws.close();
    aws = new Vod(folder, aws.instant());
    aws.settle();

    assertThat(aws.fetch(played).status()).isEqualTo(200);
    assertThat(status(aws.client.describeAsset(a -> a.id("two")))).isEqualTo("PLAYABLE");
    assertThat(aws.client.listTagsForResource(t -> t.resourceArn(arn)).tags())
        .isEqualTo(Map.of("tenant", "t1"));
    assertThat(
            aws.client.listAssetsPaginator(a -> a.packagingGroupId("films").maxResults(1)).assets())
        .extracting(AssetShallow::id)
        .containsExactly("one", "two");
    assertThat(
            aws.client
                .listPackagingConfigurations(c -> c.packagingGroupId("none"))
                .packagingConfigurations())
        .isEmpty();
    assertThat(aws.client.listPackagingGroupsPaginator(g -> {}).packagingGroups()).hasSize(1);
  }

  private static String status(DescribeAssetResponse asset) {
    return asset.egressEndpoints().getFirst().status();
  }

  private static Map<String, String> urls(DescribeAssetResponse asset) {
    return asset.egressEndpoints().stream()
        .collect(Collectors.toMap(EgressEndpoint::packagingConfigurationId, EgressEndpoint::url));
  }

  @Test
  void whatTheModelRefusesIsAnUnprocessableEntityAsEveryOtherRefusal() {
    assertThatThrownBy(() -> aws.client.createAsset(a -> a.id("film")))
        .isInstanceOfSatisfying(
            UnprocessableEntityException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(422);
              assertThat(e.awsErrorDetails().errorMessage()).contains("sourceArn: is required");
            });
  }
}
