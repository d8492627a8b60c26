package onair.awslocal.mediapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onair.awslocal.media.Clip;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.store.Bucket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediapackage.model.CreateHarvestJobRequest;
import software.amazon.awssdk.services.mediapackage.model.CreateHarvestJobResponse;
import software.amazon.awssdk.services.mediapackage.model.HarvestJob;
import software.amazon.awssdk.services.mediapackage.model.S3Destination;
import software.amazon.awssdk.services.mediapackage.model.Status;
import software.amazon.awssdk.services.mediapackage.model.TooManyRequestsException;
import software.amazon.awssdk.services.mediapackage.model.UnprocessableEntityException;

class HarvestJobTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void theManifestIsWhereItWasAskedForAndTheRestBesideIt() throws Exception {
    try (PackageV1 aws = open(false)) {
      aws.origin.clips = Optional.of(HarvestJobTest::clip);

      CreateHarvestJobResponse job = create(aws, "one", j -> {});

      assertThat(job.status()).isEqualTo(Status.IN_PROGRESS);
      assertThat(job.channelId()).isEqualTo("ev");
      assertThat(job.arn()).startsWith("arn:aws:mediapackage:eu-west-1:111122223333:harvest_jobs/");
      aws.pass(LONG);
      assertThat(aws.client.describeHarvestJob(j -> j.id("one")).status())
          .isEqualTo(Status.SUCCEEDED);
      Bucket bucket = aws.objects.bucket("vod").orElseThrow();
      assertThat(bucket.get("shows/one/main.m3u8")).isPresent();
      assertThat(bucket.get("shows/one/main_v1.m3u8")).isPresent();
      assertThat(bucket.get("shows/one/v_1.m4s")).isPresent();
      assertThat(aws.events)
          .containsExactly(
              Map.of(
                  "MediaPackage HarvestJob Notification",
                  Map.of(
                      "harvest_job",
                      Map.of(
                          "id",
                          "one",
                          "arn",
                          job.arn(),
                          "status",
                          "SUCCEEDED",
                          "origin_endpoint_id",
                          "web",
                          "start_time",
                          "2026-11-22T09:50:00Z",
                          "end_time",
                          "2026-11-22T09:59:00Z",
                          "s3_destination",
                          Map.of(
                              "bucket_name",
                              "vod",
                              "manifest_key",
                              "shows/one/main.m3u8",
                              "role_arn",
                              "arn:aws:iam::111122223333:role/HarvestToS3"),
                          "created_at",
                          job.createdAt()))));
    }
  }

  @Test
  void aJobWithoutContentOrBucketFailsAndSaysWhy() throws Exception {
    try (PackageV1 aws = open(false)) {
      create(aws, "empty", j -> {});
      aws.pass(LONG);
      create(aws, "nowhere", j -> j.s3Destination(d -> destination(d).bucketName("none")));
      aws.pass(LONG);

      assertThat(aws.client.listHarvestJobs(l -> l.includeStatus("FAILED")).harvestJobs())
          .extracting(HarvestJob::id)
          .containsExactlyInAnyOrder("empty", "nowhere");
      assertThat(aws.events.toString()).contains("has no content", "There is no bucket none");
    }
  }

  @Test
  void jobsAreListedByChannelAndStatusInPages() throws Exception {
    try (PackageV1 aws = open(false)) {
      for (String id : List.of("a", "b", "c")) {
        create(aws, id, j -> {});
      }

      assertThat(
              aws.client
                  .listHarvestJobsPaginator(l -> l.includeChannelId("ev").maxResults(2))
                  .harvestJobs())
          .extracting(HarvestJob::id)
          .containsExactly("a", "b", "c");
      assertThat(aws.client.listHarvestJobs(l -> l.includeChannelId("other")).harvestJobs())
          .isEmpty();
      assertThat(aws.client.listHarvestJobs(l -> l.includeStatus("SUCCEEDED")).harvestJobs())
          .isEmpty();
    }
  }

  @Test
  void windowsThatAwsRefusesAreRefused() throws Exception {
    try (PackageV1 aws = open(false)) {
      refused(aws, j -> j.startTime("yesterday"));
      refused(aws, j -> j.endTime("2026-11-22T09:49:00Z"));
      refused(aws, j -> j.startTime("2026-11-22T08:59:59Z"));
      refused(aws, j -> j.endTime("2026-11-24T09:50:00Z"));
      aws.client.createOriginEndpoint(PackageV1.hls("live").startoverWindowSeconds(0).build());
      refused(aws, j -> j.originEndpointId("live"));
      create(aws, "one", j -> {});
      refused(aws, j -> j.id("one"));
      create(aws, "seconds", j -> j.startTime("1795341000").endTime("1795341540"));
    }
  }

  @Test
  void anEleventhJobAtATimeIsTooMany() throws Exception {
    try (PackageV1 aws = open(true)) {
      for (int i = 0; i < 10; i++) {
        create(aws, "j" + i, j -> {});
      }
      assertThatThrownBy(() -> create(aws, "more", j -> {}))
          .isInstanceOf(TooManyRequestsException.class);
      aws.pass(LONG);
      create(aws, "more", j -> {});
    }
  }

  private PackageV1 open(boolean quotas) throws Exception {
    PackageV1 aws = new PackageV1(folder, quotas);
    aws.channel();
    aws.client.createOriginEndpoint(PackageV1.hls("web").build());
    aws.objects.create("vod");
    return aws;
  }

  private static CreateHarvestJobResponse create(
      PackageV1 aws, String id, Consumer<CreateHarvestJobRequest.Builder> change) {
    CreateHarvestJobRequest.Builder job =
        CreateHarvestJobRequest.builder()
            .id(id)
            .originEndpointId("web")
            .startTime("2026-11-22T09:50:00Z")
            .endTime("2026-11-22T09:59:00Z")
            .s3Destination(d -> destination(d).bucketName("vod"));
    change.accept(job);
    return aws.client.createHarvestJob(job.build());
  }

  private static S3Destination.Builder destination(S3Destination.Builder destination) {
    return destination
        .manifestKey("shows/one/main.m3u8")
        .roleArn("arn:aws:iam::111122223333:role/HarvestToS3");
  }

  private static void refused(PackageV1 aws, Consumer<CreateHarvestJobRequest.Builder> change) {
    assertThatThrownBy(() -> create(aws, "refused", change))
        .isInstanceOf(UnprocessableEntityException.class);
  }

  private static Clip clip(List<ManifestSpec> manifests) {
    String name = manifests.getFirst().name();
    return new Clip(
        Duration.ofSeconds(2),
        List.of(file("v_1.m4s"), file(name + "_v1.m3u8"), file(name + ".m3u8")));
  }

  private static Clip.File file(String name) {
    return new Clip.File(name, "video/mp4", () -> name.getBytes(StandardCharsets.UTF_8));
  }
}
