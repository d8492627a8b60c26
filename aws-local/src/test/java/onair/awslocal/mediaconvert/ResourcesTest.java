package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconvert.model.BadRequestException;
import software.amazon.awssdk.services.mediaconvert.model.Codec;
import software.amazon.awssdk.services.mediaconvert.model.ConflictException;
import software.amazon.awssdk.services.mediaconvert.model.Format;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.Order;
import software.amazon.awssdk.services.mediaconvert.model.Preset;
import software.amazon.awssdk.services.mediaconvert.model.PresetListBy;
import software.amazon.awssdk.services.mediaconvert.model.Queue;
import software.amazon.awssdk.services.mediaconvert.model.QueueListBy;
import software.amazon.awssdk.services.mediaconvert.model.QueueStatus;
import software.amazon.awssdk.services.mediaconvert.model.Track;

/** Queues, presets, templates, tags, lists and Probe. */
class ResourcesTest {

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
  void endpointIsTheOneCalled() {
    assertThat(convert.client.describeEndpoints(e -> {}).endpoints())
        .extracting("url")
        .containsExactly("http://127.0.0.1:4566");
  }

  @Test
  void defaultQueueIsThereAndStays() {
    assertThat(convert.client.listQueues(q -> {}).queues())
        .extracting(Queue::name)
        .containsExactly("Default");
    assertThatThrownBy(() -> convert.client.deleteQueue(q -> q.name("Default")))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> convert.client.createQueue(q -> q.name("Default")))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void queuesComeAndGo() {
    convert.client.createQueue(q -> q.name("prio").tags(Map.of("team", "vod")));
    assertThatThrownBy(() -> convert.client.createQueue(q -> q.name("prio")))
        .isInstanceOf(ConflictException.class);

    Queue paused =
        convert.client.updateQueue(q -> q.name("prio").status(QueueStatus.PAUSED)).queue();

    assertThat(paused.status()).isEqualTo(QueueStatus.PAUSED);
    assertThat(convert.client.listTagsForResource(t -> t.arn(paused.arn())).resourceTags().tags())
        .containsEntry("team", "vod");
    convert.client.deleteQueue(q -> q.name("prio"));
    assertThatThrownBy(() -> convert.client.getQueue(q -> q.name("prio")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void presetsAndTemplatesAreKeptOverARestart() throws Exception {
    convert.client.createPreset(p -> p.name("small").category("mine").settings(s -> {}));
    convert.client.createJobTemplate(t -> t.name("vod").settings(s -> {}));
    convert.client.updatePreset(p -> p.name("small").description("for telephones"));

    convert.close();
    convert = new MediaConvert(folder);

    assertThat(convert.client.listPresets(p -> p.category("mine")).presets())
        .extracting(Preset::description)
        .containsExactly("for telephones");
    assertThat(convert.client.listPresets(p -> p.category("yours")).presets()).isEmpty();
    assertThat(convert.client.getJobTemplate(t -> t.name("vod")).jobTemplate().arn())
        .endsWith(":jobTemplates/vod");
    convert.client.deletePreset(p -> p.name("small"));
    convert.client.deleteJobTemplate(t -> t.name("vod"));
    assertThat(convert.client.listPresets(p -> {}).presets()).isEmpty();
    assertThatThrownBy(() -> convert.client.getJobTemplate(t -> t.name("vod")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void jobsAreListedInPagesAndFoundByInput() {
    convert.client.updateQueue(q -> q.name("Default").status(QueueStatus.PAUSED));
    List<String> ids =
        List.of("a.mp4", "b.mp4", "c.mp4").stream()
            .map(
                key -> {
                  convert.pass(Duration.ofSeconds(1));
                  return convert.client.createJob(JobRequests.small(key)).job().id();
                })
            .toList();

    assertThat(convert.client.listJobsPaginator(j -> j.order(Order.ASCENDING).maxResults(2)).jobs())
        .extracting(Job::id)
        .containsExactlyElementsOf(ids);
    assertThat(convert.client.listJobs(j -> j.queue("Default")).jobs())
        .extracting(Job::id)
        .containsExactlyElementsOf(ids.reversed());
    assertThat(convert.client.searchJobs(j -> j.inputFile("b.mp4")).jobs())
        .extracting(Job::id)
        .containsExactly(ids.get(1));
    assertThatThrownBy(() -> convert.client.listJobs(j -> j.nextToken("nonsense")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void jobsHaveTags() {
    convert.client.updateQueue(q -> q.name("Default").status(QueueStatus.PAUSED));
    var request = JobRequests.small("a.mp4").toBuilder().tags(Map.of("a", "1", "b", "2")).build();
    String arn = convert.client.createJob(request).job().arn();

    convert.client.tagResource(t -> t.arn(arn).tags(Map.of("c", "3")));
    convert.client.untagResource(t -> t.arn(arn).tagKeys("a"));

    assertThat(convert.client.listTagsForResource(t -> t.arn(arn)).resourceTags().tags())
        .isEqualTo(Map.of("b", "2", "c", "3"));
  }

  @Test
  void probeTellsWhatIsInAFile() {
    convert.upload("card.mp4", convert.files.card("card.mp4", 2));

    var result =
        convert
            .client
            .probe(p -> p.inputFiles(f -> f.fileUrl("s3://input-bucket/card.mp4")))
            .probeResults()
            .getFirst();

    assertThat(result.container().format()).isEqualTo(Format.MP4);
    assertThat(result.container().duration()).isBetween(1.9, 2.1);
    assertThat(result.container().tracks())
        .extracting(Track::codec)
        .containsExactly(Codec.AVC, Codec.AAC);
    assertThat(result.container().tracks().getFirst().videoProperties().width()).isEqualTo(640);
    assertThat(result.container().tracks().getFirst().videoProperties().frameRate().numerator())
        .isEqualTo(30);
    assertThat(result.container().tracks().getLast().audioProperties().channels()).isEqualTo(2);
    assertThat(result.metadata().fileSize()).isPositive();
  }

  @Test
  void probeRefusesWhatIsMissingAndWhatIsNoMedia() {
    convert.upload("letter.mp4", convert.files.text("letter", "Dear reader,"));

    assertThatThrownBy(
            () -> convert.client.probe(p -> p.inputFiles(f -> f.fileUrl("s3://input-bucket/none"))))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(
            () ->
                convert.client.probe(
                    p -> p.inputFiles(f -> f.fileUrl("s3://input-bucket/letter.mp4"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("not media");
  }

  @Test
  void paginatorsGiveEverythingOnceByNameOrAge() {
    for (String name : List.of("b", "e", "a", "d", "c")) {
      convert.client.createQueue(q -> q.name(name).status(QueueStatus.PAUSED));
      convert.client.createPreset(p -> p.name(name).settings(s -> {}));
      convert.client.createJobTemplate(t -> t.name(name).settings(s -> {}));
      convert.client.createJob(
          JobRequests.small("film.mp4").toBuilder().queue(name).clientRequestToken(name).build());
      convert.pass(Duration.ofMillis(1));
    }
    assertThat(
            convert
                .client
                .listQueuesPaginator(q -> q.listBy(QueueListBy.NAME).maxResults(2))
                .queues())
        .extracting(Queue::name)
        .containsExactly("Default", "a", "b", "c", "d", "e");
    assertThat(
            convert
                .client
                .listPresetsPaginator(
                    p -> p.listBy(PresetListBy.NAME).order(Order.DESCENDING).maxResults(2))
                .presets())
        .extracting(Preset::name)
        .containsExactly("e", "d", "c", "b", "a");
    assertThat(convert.client.listJobTemplatesPaginator(t -> t.maxResults(2)).jobTemplates())
        .extracting(JobTemplate::name)
        .as("by age")
        .containsExactly("b", "e", "a", "d", "c");
    assertThat(convert.client.listJobsPaginator(j -> j.maxResults(2)).jobs())
        .extracting(Job::clientRequestToken)
        .as("newest first")
        .containsExactly("c", "d", "a", "e", "b");
    assertThat(convert.client.searchJobsPaginator(j -> j.inputFile("film").maxResults(2)).jobs())
        .hasSize(5);
    assertThat(convert.client.describeEndpointsPaginator(e -> {}).endpoints()).hasSize(1);
  }
}
