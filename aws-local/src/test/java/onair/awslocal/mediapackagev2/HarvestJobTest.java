package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onair.awslocal.media.Clip;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHarvestJobRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJobStatus;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;
import software.amazon.awssdk.services.mediapackagev2.waiters.MediaPackageV2Waiter;

class HarvestJobTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void finishedJobHasWrittenEveryFileBelowItsPathAndTellsEventBridge() throws Exception {
    try (MediaPackage aws = open()) {
      aws.origin.clip = Optional.of(clip(() -> new byte[] {1, 2}));

      var created = aws.client.createHarvestJob(job(aws, "one"));
      assertThat(created.status()).isEqualTo(HarvestJobStatus.QUEUED);
      assertThat(created.arn())
          .isEqualTo(
              MediaPackage.ARN + "channelGroup/grp/channel/ev/originEndpoint/web/harvestJob/one");
      aws.pass(LONG);

      GetHarvestJobResponse job = get(aws, "one");
      assertThat(job.status()).isEqualTo(HarvestJobStatus.COMPLETED);
      assertThat(job.tags()).containsEntry("k", "v");
      assertThat(aws.objects.bucket("vod").orElseThrow().get("ev/one/v_1.m4s")).isPresent();
      assertThat(aws.objects.bucket("vod").orElseThrow().get("ev/one/index.m3u8").orElseThrow())
          .satisfies(
              object ->
                  assertThat(object.meta().contentType())
                      .isEqualTo("application/vnd.apple.mpegurl"));
      assertThat(aws.events)
          .containsExactly(
              Map.of(
                  "MediaPackageV2 HarvestJob Notification",
                  Map.of(
                      "harvestJob",
                      Map.of(
                          "arn",
                          job.arn(),
                          "channelGroupName",
                          "grp",
                          "channelName",
                          "ev",
                          "originEndpointName",
                          "web",
                          "harvestJobName",
                          "one",
                          "status",
                          "COMPLETED"))));
    }
  }

  @Test
  void jobWaitsUntilItsEndCanBeRead() throws Exception {
    try (MediaPackage aws = open()) {
      aws.origin.clip = Optional.of(clip(() -> new byte[1]));
      Instant end = aws.instant().plusSeconds(300);
      aws.client.createHarvestJob(
          job(aws, "later").toBuilder()
              .scheduleConfiguration(s -> s.startTime(aws.instant()).endTime(end))
              .build());

      aws.pass(Duration.ofSeconds(305));
      assertThat(get(aws, "later").status()).isEqualTo(HarvestJobStatus.QUEUED);
      aws.pass(Duration.ofSeconds(1));
      assertThat(get(aws, "later").status()).isEqualTo(HarvestJobStatus.COMPLETED);
    }
  }

  @Test
  void theSdksWaiterSeesAJobEndAsTimeReallyPasses() throws Exception {
    try (MediaPackage aws = prepared(MediaPackage.inRealTime(folder));
        MediaPackageV2Waiter waiter =
            MediaPackageV2Waiter.builder()
                .client(aws.client)
                .overrideConfiguration(
                    c ->
                        c.maxAttempts(600)
                            .backoffStrategyV2(
                                BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(50))))
                .build()) {
      aws.origin.clip = Optional.of(clip(() -> new byte[1]));
      Instant end = aws.instant().minusSeconds(10);
      aws.client.createHarvestJob(
          job(aws, "one").toBuilder()
              .scheduleConfiguration(s -> s.startTime(end.minusSeconds(60)).endTime(end))
              .build());

      var seen =
          waiter.waitUntilHarvestJobFinished(
              j ->
                  j.channelGroupName("grp")
                      .channelName("ev")
                      .originEndpointName("web")
                      .harvestJobName("one"));

      assertThat(seen.matched().response().orElseThrow().status())
          .isEqualTo(HarvestJobStatus.COMPLETED);
    }
  }

  @Test
  void sameTokenGivesTheSameJobAndATakenNameIsAConflict() throws Exception {
    try (MediaPackage aws = open()) {
      CreateHarvestJobRequest request = job(aws, "one");
      String arn = aws.client.createHarvestJob(request).arn();

      assertThat(aws.client.createHarvestJob(request).arn()).isEqualTo(arn);
      assertThatThrownBy(
              () -> aws.client.createHarvestJob(request.toBuilder().clientToken("other").build()))
          .isInstanceOf(ConflictException.class);
      assertThatThrownBy(
              () -> aws.client.createHarvestJob(request.toBuilder().description("other").build()))
          .isInstanceOf(ConflictException.class);
    }
  }

  @Test
  void endpointDeletedMeanwhileFailsTheJobWithAReason() throws Exception {
    try (MediaPackage aws = open()) {
      aws.client.createHarvestJob(job(aws, "one"));
      aws.client.deleteOriginEndpoint(
          e -> e.channelGroupName("grp").channelName("ev").originEndpointName("web"));
      aws.pass(LONG);

      assertThat(get(aws, "one").status()).isEqualTo(HarvestJobStatus.FAILED);
      assertThat(get(aws, "one").errorMessage()).isEqualTo("The origin endpoint was deleted");
    }
  }

  @Test
  void failureLeavesNothingInTheBucket() throws Exception {
    try (MediaPackage aws = open()) {
      aws.origin.clip =
          Optional.of(
              clip(
                  () -> {
                    throw new NoSuchFileException("gone");
                  }));
      aws.client.createHarvestJob(job(aws, "one"));
      aws.pass(LONG);

      assertThat(get(aws, "one").errorMessage()).contains("startover window");
      assertThat(aws.objects.bucket("vod").orElseThrow().isEmpty()).isTrue();

      aws.origin.clip = Optional.empty();
      aws.client.createHarvestJob(job(aws, "two"));
      aws.pass(LONG);
      assertThat(get(aws, "two").errorMessage()).contains("no content between");
    }
  }

  @Test
  void cancelledJobDoesNothingAndAnEndedOneCannotBeCancelled() throws Exception {
    try (MediaPackage aws = open()) {
      aws.origin.clip = Optional.of(clip(() -> new byte[1]));
      aws.client.createHarvestJob(job(aws, "one"));

      cancel(aws, "one");
      aws.pass(LONG);

      assertThat(get(aws, "one").status()).isEqualTo(HarvestJobStatus.CANCELLED);
      assertThat(aws.objects.bucket("vod").orElseThrow().isEmpty()).isTrue();
      refused(
          ValidationExceptionType.HARVEST_JOB_INELIGIBLE_FOR_CANCELLATION,
          () -> cancel(aws, "one"));
    }
  }

  @Test
  void jobsAreListedByEndpointAndStatus() throws Exception {
    try (MediaPackage aws = open()) {
      aws.endpoint("other");
      aws.client.createHarvestJob(job(aws, "one"));
      aws.client.createHarvestJob(job(aws, "two"));
      aws.client.createHarvestJob(
          job(aws, "three").toBuilder().originEndpointName("other").build());
      cancel(aws, "two");

      assertThat(
              aws.client
                  .listHarvestJobsPaginator(j -> j.channelGroupName("grp").maxResults(2))
                  .items())
          .hasSize(3);
      assertThat(
              aws.client
                  .listHarvestJobs(
                      j ->
                          j.channelGroupName("grp")
                              .channelName("ev")
                              .originEndpointName("web")
                              .status(HarvestJobStatus.QUEUED))
                  .items())
          .extracting(job -> job.harvestJobName())
          .containsExactly("one");
    }
  }

  @Test
  void rulesAreTheOnesOfAws() throws Exception {
    try (MediaPackage aws = open()) {
      Instant now = aws.instant();
      times(aws, ValidationExceptionType.END_TIME_EARLIER_THAN_START_TIME, now, now);
      times(
          aws,
          ValidationExceptionType.INVALID_HARVEST_JOB_DURATION,
          now,
          now.plus(Duration.ofHours(25)));
      times(aws, ValidationExceptionType.INVALID_HARVEST_JOB_DURATION, now.minusSeconds(3601), now);
      changed(
          aws,
          ValidationExceptionType.HARVESTED_MANIFEST_NOT_FOUND_ON_ENDPOINT,
          job -> job.harvestedManifests(m -> m.dashManifests(d -> d.manifestName("nobody"))));
      changed(
          aws,
          ValidationExceptionType.NUM_MANIFESTS_LOW,
          job -> job.harvestedManifests(m -> m.hlsManifests(List.of())));
      changed(
          aws,
          ValidationExceptionType.HARVEST_JOB_UNABLE_TO_WRITE_TO_S3_DESTINATION,
          job ->
              job.destination(
                  d -> d.s3Destination(s -> s.bucketName("nowhere").destinationPath("a"))));
      assertThatThrownBy(
              () ->
                  aws.client.createHarvestJob(
                      job(aws, "one").toBuilder().originEndpointName("nobody").build()))
          .isInstanceOf(ResourceNotFoundException.class);
      assertThatThrownBy(() -> get(aws, "nobody")).isInstanceOf(ResourceNotFoundException.class);
    }
  }

  private MediaPackage open() throws Exception {
    return prepared(MediaPackage.in(folder));
  }

  private static MediaPackage prepared(MediaPackage aws) {
    aws.channel();
    aws.endpoint("web");
    aws.objects.create("vod");
    return aws;
  }

  private static CreateHarvestJobRequest job(MediaPackage aws, String name) {
    return CreateHarvestJobRequest.builder()
        .channelGroupName("grp")
        .channelName("ev")
        .originEndpointName("web")
        .harvestJobName(name)
        .clientToken("create-" + name)
        .harvestedManifests(
            m ->
                m.hlsManifests(h -> h.manifestName("index"))
                    .dashManifests(d -> d.manifestName("index")))
        .scheduleConfiguration(
            s -> s.startTime(aws.instant().minusSeconds(600)).endTime(aws.instant()))
        .destination(d -> d.s3Destination(s -> s.bucketName("vod").destinationPath("/ev/" + name)))
        .tags(Map.of("k", "v"))
        .build();
  }

  private static Clip clip(Clip.Content last) {
    return new Clip(
        Duration.ofSeconds(2),
        List.of(
            new Clip.File("v_1.m4s", "video/mp4", () -> "video".getBytes(StandardCharsets.UTF_8)),
            new Clip.File("index.m3u8", "application/vnd.apple.mpegurl", last)));
  }

  private static GetHarvestJobResponse get(MediaPackage aws, String name) {
    return aws.client.getHarvestJob(
        j ->
            j.channelGroupName("grp")
                .channelName("ev")
                .originEndpointName("web")
                .harvestJobName(name));
  }

  private static void cancel(MediaPackage aws, String name) {
    aws.client.cancelHarvestJob(
        j ->
            j.channelGroupName("grp")
                .channelName("ev")
                .originEndpointName("web")
                .harvestJobName(name));
  }

  private static void times(
      MediaPackage aws, ValidationExceptionType type, Instant start, Instant end) {
    changed(aws, type, job -> job.scheduleConfiguration(s -> s.startTime(start).endTime(end)));
  }

  private static void changed(
      MediaPackage aws,
      ValidationExceptionType type,
      Consumer<CreateHarvestJobRequest.Builder> change) {
    refused(
        type,
        () ->
            aws.client.createHarvestJob(job(aws, "bad").toBuilder().applyMutation(change).build()));
  }

  private static void refused(ValidationExceptionType type, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> assertThat(e.validationExceptionType()).isEqualTo(type));
  }
}
