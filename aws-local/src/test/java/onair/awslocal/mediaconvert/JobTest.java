package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconvert.model.ConflictException;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobPhase;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.QueueStatus;

class JobTest {

  @TempDir Path folder;
  private MediaConvert convert;

  @BeforeEach
  void open() throws Exception {
    convert = new MediaConvert(folder);
  }

  @AfterEach
  void close() throws Exception {
    convert.close();
  }

  @Test
  void filmBecomesStreamsADownloadAndThumbnails() throws Exception {
    convert.upload("films/card.mp4", convert.files.card("card.mp4", 6));

    Job submitted = convert.client.createJob(JobRequests.everything("films/card.mp4")).job();
    Job job = convert.ended(submitted.id());

    assertThat(submitted.status()).isEqualTo(JobStatus.SUBMITTED);
    assertThat(submitted.arn())
        .isEqualTo("arn:aws:mediaconvert:eu-west-1:111122223333:jobs/" + submitted.id());
    assertThat(submitted.queue())
        .isEqualTo("arn:aws:mediaconvert:eu-west-1:111122223333:queues/Default");
    assertThat(job.errorMessage()).isNull();
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(job.jobPercentComplete()).isEqualTo(100);
    assertThat(job.timing().finishTime()).isNotNull();
    assertThat(job.userMetadata()).containsEntry("assetId", "as_1");
    assertThat(convert.outputs())
        .contains(
            "film/cmaf/index.m3u8",
            "film/cmaf/index.mpd",
            "film/cmaf/index_v360.m3u8",
            "film/cmaf/index_v360init.cmfv",
            "film/cmaf/index_v180_000000002.cmfv",
            "film/cmaf/index_a_000000001.cmfa",
            "film/film_360.mp4",
            "film/thumbs/card_thumb.0000000.jpg",
            "film/thumbs/card_thumb.0000002.jpg");
    assertThat(convert.contentType("film/cmaf/index.m3u8"))
        .isEqualTo("application/vnd.apple.mpegurl");
    assertThat(convert.contentType("film/cmaf/index_a_000000001.cmfa")).isEqualTo("audio/mp4");
    Path outputs = convert.download();
    for (String playable :
        List.of("film/cmaf/index.m3u8", "film/cmaf/index.mpd", "film/film_360.mp4")) {
      String address = outputs.resolve(playable).toString();
      assertThat(convert.files.decoded(address, "0:v:0")).as(playable).isEqualTo(180);
      assertThat(convert.files.decoded(address, "0:a:0")).as(playable).isGreaterThan(280);
    }
    assertThat(job.outputGroupDetails()).hasSize(3);
    assertThat(job.outputGroupDetails().getFirst().outputDetails())
        .first()
        .satisfies(
            detail -> {
              assertThat(detail.durationInMs()).isBetween(5_900, 6_100);
              assertThat(detail.videoDetails().heightInPx()).isEqualTo(360);
            });
    assertThat(convert.isTidy()).isTrue();
  }

  @Test
  void eventsTellTheWholeStoryAndWhereTheOutputsAre() {
    convert.upload("card.mp4", convert.files.card("card.mp4", 2));

    String id = convert.client.createJob(JobRequests.everything("card.mp4")).job().id();
    convert.ended(id);

    await().until(() -> convert.events.statuses(id).contains("COMPLETE"));
    assertThat(convert.events.statuses(id))
        .containsSubsequence("PROGRESSING", "INPUT_INFORMATION", "STATUS_UPDATE", "COMPLETE");
    assertThat(convert.events.all)
        .allSatisfy(
            event -> {
              assertThat(event.source()).isEqualTo("aws.mediaconvert");
              assertThat(event.detailType()).isEqualTo("MediaConvert Job State Change");
              assertThat(event.detail().get("userMetadata")).isEqualTo(Map.of("assetId", "as_1"));
            });
    assertThat(convert.events.last(id, "COMPLETE").get("outputGroupDetails").toString())
        .contains(
            "type=CMAF_GROUP",
            "playlistFilePaths=[s3://output-bucket/film/cmaf/index.m3u8, s3://output-bucket/film/cmaf/index.mpd]",
            "outputFilePaths=[s3://output-bucket/film/film_360.mp4]");
  }

  @Test
  void tokenGivesTheFirstJobForAMinuteAndASecondJobAfterIt() {
    convert.client.updateQueue(q -> q.name("Default").status(QueueStatus.PAUSED));
    var request = JobRequests.small("card.mp4").toBuilder().clientRequestToken("as_1-1").build();

    String first = convert.client.createJob(request).job().id();
    convert.pass(Duration.ofSeconds(59));
    String repeated = convert.client.createJob(request).job().id();
    convert.pass(Duration.ofSeconds(1));
    String second = convert.client.createJob(request).job().id();

    assertThat(repeated).isEqualTo(first);
    assertThat(second).isNotEqualTo(first);
    assertThat(convert.client.listJobs(j -> j.status(JobStatus.SUBMITTED)).jobs())
        .extracting(Job::id)
        .containsExactly(second, first);
  }

  @Test
  void jobsOfAPausedQueueWaitAndTheOneOfHighestPriorityGoesFirst() {
    convert.upload("card.mp4", convert.files.card("card.mp4", 1));
    convert.client.createQueue(q -> q.name("quick").status(QueueStatus.PAUSED));
    var request = JobRequests.small("card.mp4").toBuilder().queue("quick").build();
    String low = convert.client.createJob(request.toBuilder().priority(-1).build()).job().id();
    String high = convert.client.createJob(request.toBuilder().priority(5).build()).job().id();

    assertThat(convert.client.getQueue(q -> q.name("quick")).queue().submittedJobsCount())
        .isEqualTo(2);
    assertThatThrownBy(() -> convert.client.deleteQueue(q -> q.name("quick")))
        .isInstanceOf(ConflictException.class);
    convert.client.updateQueue(q -> q.name("quick").status(QueueStatus.ACTIVE));
    assertThat(convert.ended(low).status()).isEqualTo(JobStatus.COMPLETE);

    assertThat(convert.events.all.stream().map(e -> (String) e.detail().get("jobId")).distinct())
        .containsExactly(high, low);
  }

  @Test
  void canceledJobStopsAndWritesNothing() throws Exception {
    convert.upload("card.mp4", convert.files.card("card.mp4", 1280, 720, 30, 60));
    String id = convert.client.createJob(JobRequests.everything("card.mp4")).job().id();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> convert.job(id).currentPhase() == JobPhase.TRANSCODING);

    convert.client.cancelJob(j -> j.id(id));

    assertThat(convert.job(id).status()).isEqualTo(JobStatus.CANCELED);
    await().atMost(Duration.ofSeconds(10)).until(convert::isTidy);
    assertThat(convert.outputs()).isEmpty();
    assertThat(convert.events.statuses(id)).endsWith("CANCELED");
    assertThatThrownBy(() -> convert.client.cancelJob(j -> j.id(id)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void jobThatWasCutOffIsDoneAgainByTheNextProcess() throws Exception {
    convert.upload("card.mp4", convert.files.card("card.mp4", 1280, 720, 30, 5));
    String id = convert.client.createJob(JobRequests.everything("card.mp4")).job().id();
    String waiting = convert.client.createJob(JobRequests.small("card.mp4")).job().id();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> convert.job(id).currentPhase() == JobPhase.TRANSCODING);

    convert.close();
    convert = new MediaConvert(folder);

    assertThat(convert.job(id).status()).isEqualTo(JobStatus.PROGRESSING);
    assertThat(convert.ended(id).status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(convert.ended(waiting).status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(convert.outputs()).contains("film/cmaf/index.mpd");
  }

  @Test
  void unknownJobIsNotFound() {
    assertThatThrownBy(() -> convert.client.getJob(j -> j.id("1700000000000-abcdef")))
        .isInstanceOf(NotFoundException.class);
  }
}
