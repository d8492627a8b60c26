package onair.awslocal.mediapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Protection;
import onair.awslocal.media.Splice;
import onair.awslocal.speke.KeyServerForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediapackage.model.AdMarkers;
import software.amazon.awssdk.services.mediapackage.model.AdTriggersElement;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackage.model.HlsManifest;
import software.amazon.awssdk.services.mediapackage.model.NotFoundException;
import software.amazon.awssdk.services.mediapackage.model.Origination;
import software.amazon.awssdk.services.mediapackage.model.PeriodTriggersElement;
import software.amazon.awssdk.services.mediapackage.model.TooManyRequestsException;
import software.amazon.awssdk.services.mediapackage.model.UnprocessableEntityException;

class PackageV1Test {

  @TempDir Path folder;

  @Test
  void channelHasTwoIngestEndpointsWithCredentialsThatCanBeRotated() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      var channel = aws.client.describeChannel(c -> c.id("ev"));
      var first = channel.hlsIngest().ingestEndpoints().getFirst();

      assertThat(channel.hlsIngest().ingestEndpoints()).hasSize(2);
      assertThat(first.url())
          .matches(
              "https://[0-9a-f]{16}\\.mediapackage\\.eu-west-1\\.amazonaws\\.com/in/v2/[0-9a-f]{32}/[0-9a-f]{32}/channel");
      assertThat(first.username()).isNotEmpty();

      var rotated =
          aws.client.rotateIngestEndpointCredentials(r -> r.id("ev").ingestEndpointId(first.id()));
      assertThat(rotated.hlsIngest().ingestEndpoints().getFirst().password())
          .isNotEqualTo(first.password());
      assertThat(rotated.hlsIngest().ingestEndpoints().getLast())
          .isEqualTo(channel.hlsIngest().ingestEndpoints().getLast());
    }
  }

  @Test
  void hlsEndpointIsReadAtItsUrlByAnybody() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      CreateOriginEndpointResponse endpoint =
          aws.client.createOriginEndpoint(PackageV1.hls("web").manifestName("main").build());

      assertThat(endpoint.url())
          .matches(
              "https://[0-9a-f]{16}\\.mediapackage\\.eu-west-1\\.amazonaws\\.com/out/v1/[0-9a-f]{32}/main\\.m3u8");
      assertThat(PackageV1.text(aws.fetch(endpoint.url())))
          .isEqualTo(PackageV1.TARGET + " main.m3u8 {start=1}");
      assertThat(aws.fetch(endpoint.url().replace("/out/v1/", "/out/v1/0")).status())
          .isEqualTo(404);

      aws.client.updateOriginEndpoint(e -> e.id("web").origination(Origination.DENY));
      assertThat(aws.fetch(endpoint.url()).status()).isEqualTo(403);

      aws.client.deleteOriginEndpoint(e -> e.id("web"));
      assertThat(aws.fetch(endpoint.url()).status()).isEqualTo(404);
      assertThat(aws.origin.open.get(PackageV1.TARGET)).isEmpty();
    }
  }

  @Test
  void settingsReachThePackagerWithAwsDefaults() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      aws.client.createOriginEndpoint(
          PackageV1.hls("hls")
              .hlsPackage(
                  p ->
                      p.adMarkers(AdMarkers.SCTE35_ENHANCED)
                          .adTriggers(AdTriggersElement.SPLICE_INSERT))
              .build());
      aws.client.createOriginEndpoint(
          PackageV1.hls("dash")
              .hlsPackage((software.amazon.awssdk.services.mediapackage.model.HlsPackage) null)
              .dashPackage(p -> p.periodTriggers(PeriodTriggersElement.ADS))
              .build());

      List<EndpointSpec> specs = List.copyOf(aws.origin.open.get(PackageV1.TARGET).values());
      assertThat(specs.get(0).segment()).isEqualTo(Duration.ofSeconds(6));
      assertThat(specs.get(0).startOver()).isEqualTo(Duration.ofHours(1));
      assertThat(specs.get(0).manifests())
          .containsExactly(
              new ManifestSpec(
                  "index",
                  ManifestSpec.Kind.HLS,
                  Duration.ofSeconds(60),
                  new onair.awslocal.media.AdMarkers(
                      onair.awslocal.media.AdMarkers.Form.CUE,
                      Set.of(Splice.Message.SPLICE_INSERT))));
      assertThat(specs.get(1).segment()).isEqualTo(Duration.ofSeconds(2));
      assertThat(specs.get(1).manifests().getFirst().kind()).isEqualTo(ManifestSpec.Kind.DASH);
      assertThat(specs.get(1).manifests().getFirst().markers())
          .isEqualTo(
              new onair.awslocal.media.AdMarkers(
                  onair.awslocal.media.AdMarkers.Form.EVENTS_XML, Set.of(Splice.Message.values())));
    }
  }

  @Test
  void eachManifestOfACmafEndpointHasAnAddressOfItsOwn() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      var endpoint =
          aws.client.createOriginEndpoint(
              e ->
                  e.channelId("ev")
                      .id("cmaf")
                      .cmafPackage(p -> p.hlsManifests(m -> m.id("a"), m -> m.id("b"))));

      assertThat(endpoint.url()).isNull();
      assertThat(endpoint.cmafPackage().hlsManifests())
          .extracting(HlsManifest::url)
          .doesNotHaveDuplicates()
          .allSatisfy(url -> assertThat(aws.fetch(url).status()).isEqualTo(200));

      var updated =
          aws.client.updateOriginEndpoint(
              e -> e.id("cmaf").cmafPackage(p -> p.hlsManifests(m -> m.id("b"))));
      assertThat(updated.cmafPackage().hlsManifests().getFirst().url())
          .isEqualTo(endpoint.cmafPackage().hlsManifests().getLast().url());
      assertThat(aws.fetch(endpoint.cmafPackage().hlsManifests().getFirst().url()).status())
          .isEqualTo(404);
    }
  }

  @Test
  void everythingIsThereAfterARestart() throws Exception {
    String url;
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      url = aws.client.createOriginEndpoint(PackageV1.hls("web").build()).url();
    }
    try (PackageV1 aws = PackageV1.in(folder)) {
      assertThat(aws.fetch(url).status()).isEqualTo(200);
      assertThat(aws.client.describeOriginEndpoint(e -> e.id("web")).url()).isEqualTo(url);
    }
  }

  @Test
  void encryptedEndpointIsPackagedWithTheKeyOfItsKeyServer() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder);
        KeyServerForTests keys = KeyServerForTests.start()) {
      aws.channel();
      var clear = aws.client.createOriginEndpoint(encrypted("drm", keys, "AES_128").build());
      var sample = aws.client.createOriginEndpoint(encrypted("sample", keys, "SAMPLE_AES").build());

      assertThat(aws.fetch(clear.url()).status()).isEqualTo(200);
      assertThat(aws.fetch(sample.url()).status()).isEqualTo(501);

      assertThat(keys.asked)
          .singleElement()
          .asString()
          .startsWith("1.0")
          .contains("contentId=\"ev\"")
          .doesNotContain("ContentKeyUsageRule");
      Protection used = aws.origin.protections.values().iterator().next();
      assertThat(used.scheme()).isEqualTo(Protection.Scheme.AES_128);
      assertThat(used.key(true)).isEqualTo(used.key(false)).isPresent();
      keys.breakDown(true);
      aws.client.deleteOriginEndpoint(e -> e.id("drm"));
      var again = aws.client.createOriginEndpoint(encrypted("drm2", keys, "AES_128").build());
      assertThat(aws.fetch(again.url()).status()).isEqualTo(503);
    }
  }

  private static CreateOriginEndpointRequest.Builder encrypted(
      String id, KeyServerForTests keys, String method) {
    return PackageV1.hls(id)
        .hlsPackage(
            p ->
                p.encryption(
                    e ->
                        e.encryptionMethod(method)
                            .spekeKeyProvider(
                                k ->
                                    k.resourceId("ev")
                                        .roleArn("arn:aws:iam::111122223333:role/Speke")
                                        .systemIds("81376844-f976-481e-a84e-cc25d39b0b33")
                                        .url(keys.address().toString()))));
  }

  @Test
  void idsAreUniqueAndThingsInUseStay() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      aws.client.createOriginEndpoint(PackageV1.hls("web").build());

      assertThatThrownBy(aws::channel).isInstanceOf(UnprocessableEntityException.class);
      assertThatThrownBy(() -> aws.client.createOriginEndpoint(PackageV1.hls("web").build()))
          .isInstanceOf(UnprocessableEntityException.class);
      assertThatThrownBy(() -> aws.client.deleteChannel(c -> c.id("ev")))
          .isInstanceOf(UnprocessableEntityException.class);
      assertThatThrownBy(
              () -> aws.client.createOriginEndpoint(PackageV1.hls("x").channelId("nobody").build()))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> aws.client.describeChannel(c -> c.id("nobody")))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> aws.client.deleteOriginEndpoint(e -> e.id("nobody")))
          .isInstanceOf(NotFoundException.class);

      aws.client.deleteOriginEndpoint(e -> e.id("web"));
      aws.client.deleteChannel(c -> c.id("ev"));
      assertThat(aws.origin.open).isEmpty();
      assertThat(aws.client.listChannels().channels()).isEmpty();
    }
  }

  @Test
  void requestsThatAwsRefusesAreRefused() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      refused(aws, e -> e.id("with space"));
      refused(aws, e -> e.dashPackage(p -> {}));
      refused(
          aws,
          e -> e.hlsPackage((software.amazon.awssdk.services.mediapackage.model.HlsPackage) null));
      refused(aws, e -> e.startoverWindowSeconds(1_209_601));
      refused(aws, e -> e.timeDelaySeconds(3600));
      refused(aws, e -> e.hlsPackage(p -> p.adMarkers(AdMarkers.DATERANGE)));
      refused(aws, e -> e.hlsPackage(p -> p.segmentDurationSeconds(0)));
      refused(aws, e -> e.whitelist("10.0.0.0/8"));
      refused(
          aws,
          e ->
              e.authorization(
                  a ->
                      a.cdnIdentifierSecret("arn:aws:secretsmanager:eu-west-1:1:secret:s")
                          .secretsRoleArn("arn:aws:iam::1:role/r")));
      aws.client.createOriginEndpoint(PackageV1.hls("web").build());
      assertThatThrownBy(
              () -> aws.client.updateOriginEndpoint(e -> e.id("web").dashPackage(p -> {})))
          .isInstanceOf(UnprocessableEntityException.class);
    }
  }

  @Test
  void listsAreInPagesAndByChannel() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      aws.client.createChannel(c -> c.id("other"));
      aws.client.createChannel(c -> c.id("third"));
      assertThat(aws.client.listChannelsPaginator(l -> l.maxResults(1)).channels())
          .extracting(c -> c.id())
          .containsExactlyInAnyOrder("ev", "other", "third");
      for (int i = 0; i < 3; i++) {
        aws.client.createOriginEndpoint(PackageV1.hls("e" + i).build());
      }
      aws.client.createOriginEndpoint(PackageV1.hls("x").channelId("other").build());

      assertThat(
              aws.client
                  .listOriginEndpointsPaginator(l -> l.channelId("ev").maxResults(2))
                  .originEndpoints())
          .extracting(e -> e.id())
          .containsExactly("e0", "e1", "e2");
    }
  }

  @Test
  void tagsCanBeChanged() throws Exception {
    try (PackageV1 aws = PackageV1.in(folder)) {
      aws.channel();
      String arn = aws.client.describeChannel(c -> c.id("ev")).arn();
      aws.client.tagResource(t -> t.resourceArn(arn).tags(Map.of("a", "b")));
      aws.client.untagResource(t -> t.resourceArn(arn).tagKeys("tenant"));

      assertThat(aws.client.listTagsForResource(t -> t.resourceArn(arn)).tags())
          .isEqualTo(Map.of("a", "b"));
    }
  }

  @Test
  void quotasAreTooManyRequests() throws Exception {
    try (PackageV1 aws = new PackageV1(folder, true)) {
      aws.channel();
      IntStream.range(0, 10)
          .forEach(i -> aws.client.createOriginEndpoint(PackageV1.hls("e" + i).build()));

      assertThatThrownBy(() -> aws.client.createOriginEndpoint(PackageV1.hls("e10").build()))
          .isInstanceOf(TooManyRequestsException.class);
    }
  }

  private static void refused(PackageV1 aws, Consumer<CreateOriginEndpointRequest.Builder> change) {
    assertThatThrownBy(
            () ->
                aws.client.createOriginEndpoint(PackageV1.hls("bad").applyMutation(change).build()))
        .isInstanceOf(UnprocessableEntityException.class);
  }
}
