package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.MediaFiles;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediapackagevod.MediaPackageVodClient;
import software.amazon.awssdk.services.mediapackagevod.model.EgressEndpoint;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A film goes through MediaConvert, S3, MediaPackage VOD and CloudFront to a player. */
class VodPackagingIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  @TempDir Path films;

  @Test
  void whatMediaConvertMakesPlaysFromMediaPackageVod() {
    MediaFiles files = new MediaFiles(films);
    try (AwsLocal aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
        S3Client s3 = s3(aws);
        MediaConvertClient convert = LocalApi.client(MediaConvertClient.builder(), aws.endpoint());
        MediaPackageVodClient vod =
            LocalApi.client(MediaPackageVodClient.builder(), aws.endpoint());
        CloudFrontClient cdn = LocalApi.client(CloudFrontClient.builder(), aws.endpoint())) {
      s3.createBucket(b -> b.bucket(MediaConvert.IN));
      s3.createBucket(b -> b.bucket(MediaConvert.OUT));
      s3.putObject(o -> o.bucket(MediaConvert.IN).key("card.mp4"), files.card("card.mp4", 6));
      String job = convert.createJob(JobRequests.of("card.mp4", JobRequests.cmaf())).job().id();
      await()
          .atMost(PATIENCE)
          .until(() -> convert.getJob(j -> j.id(job)).job().status() == JobStatus.COMPLETE);

      String host = vod.createPackagingGroup(g -> g.id("films")).domainName();
      vod.createPackagingConfiguration(
          c ->
              c.id("cmaf")
                  .packagingGroupId("films")
                  .cmafPackage(p -> p.hlsManifests(m -> m.manifestName("film"))));
      vod.createPackagingConfiguration(
          c -> c.id("dash").packagingGroupId("films").dashPackage(p -> p.dashManifests(m -> {})));
      vod.createAsset(
          a ->
              a.id("card")
                  .packagingGroupId("films")
                  .sourceArn("arn:aws:s3:::" + MediaConvert.OUT + "/film/cmaf/index.m3u8")
                  .sourceRoleArn(JobRequests.ROLE));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(vod.describeAsset(a -> a.id("card")).egressEndpoints())
                      .hasSize(2)
                      .extracting(EgressEndpoint::status)
                      .containsOnly("PLAYABLE"));
      distribute(cdn, host);

      for (EgressEndpoint endpoint : vod.describeAsset(a -> a.id("card")).egressEndpoints()) {
        String viewer = aws.edge().resolve(URI.create(endpoint.url()).getPath()).toString();
        assertThat(files.decoded(viewer, "0:v:0")).as(viewer).isBetween(170L, 185L);
        assertThat(files.decoded(viewer, "0:a:0")).as(viewer).isGreaterThan(250);
      }
    }
  }

  private static void distribute(CloudFrontClient cdn, String host) {
    cdn.createDistribution(
        d ->
            d.distributionConfig(
                c ->
                    c.callerReference("films")
                        .comment("films")
                        .enabled(true)
                        .origins(
                            o ->
                                o.quantity(1)
                                    .items(
                                        i ->
                                            i.id("vod")
                                                .domainName(host)
                                                .customOriginConfig(
                                                    x ->
                                                        x.httpPort(80)
                                                            .httpsPort(443)
                                                            .originProtocolPolicy("https-only"))))
                        .defaultCacheBehavior(
                            b ->
                                b.targetOriginId("vod")
                                    .viewerProtocolPolicy("allow-all")
                                    .cachePolicyId("08627262-05a9-4f76-9ded-b50ca2e3a84f"))));
  }

  private static S3Client s3(AwsLocal aws) {
    S3ClientBuilder builder = S3Client.builder().forcePathStyle(true);
    return LocalApi.client(builder, aws.endpoint());
  }
}
