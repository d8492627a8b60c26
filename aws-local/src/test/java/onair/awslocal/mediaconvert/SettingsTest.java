package onair.awslocal.mediaconvert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelector;
import software.amazon.awssdk.services.mediaconvert.model.BadRequestException;
import software.amazon.awssdk.services.mediaconvert.model.ContainerType;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.Input;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;
import software.amazon.awssdk.services.mediaconvert.model.NotFoundException;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupType;
import software.amazon.awssdk.services.mediaconvert.model.QueueStatus;

/** What CreateJob takes and what it refuses, before anything runs. */
class SettingsTest {

  @TempDir Path folder;
  private MediaConvert convert;

  @BeforeEach
  void open() throws Exception {
    convert = new MediaConvert(folder);
    convert.client.updateQueue(q -> q.name("Default").status(QueueStatus.PAUSED));
  }

  @AfterEach
  void close() throws Exception {
    convert.close();
  }

  @Test
  void roleIsRequiredAndMustBeARole() {
    refused(job -> job.role(null), "role: is required");
    refused(job -> job.role("MediaConvertRole"), "ARN of an IAM role");
  }

  @Test
  void settingsThatWouldChangeWhatViewersGetAreRefusedByName() {
    refused(
        with(input -> input.crop(r -> r.x(0).y(0).width(64).height(64))),
        "Settings.Inputs[0].Crop: is not supported");
    refused(
        groups(JobRequests.cmaf().toBuilder().automatedEncodingSettings(a -> {}).build()),
        "Settings.OutputGroups[0].AutomatedEncodingSettings: is not supported");
    refused(
        groups(
            OutputGroup.builder()
                .outputGroupSettings(s -> s.type(OutputGroupType.MS_SMOOTH_GROUP_SETTINGS))
                .outputs(JobRequests.picture("_v", ContainerType.ISMV, 640, 360, 1_000_000))
                .build()),
        "only CMAF_GROUP_SETTINGS and FILE_GROUP_SETTINGS");
    refused(
        groups(
            JobRequests.files(
                "x", "film", JobRequests.picture("_v", ContainerType.MXF, 640, 360, 1_000_000))),
        "Settings.OutputGroups[0].Outputs[0].ContainerSettings.Container: must be MP4");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    refused(
        job ->
            job.settings(
                JobSettings.builder()
                    .inputs(Input.builder().fileInput("https://example.com/film.mp4").build())
                    .outputGroups(
                        JobRequests.cmaf().toBuilder().outputs(Output.builder().build()).build())
                    .build()),
        "Inputs[0].FileInput: must be s3://bucket/key",
        "Outputs[0].NameModifier: is required",
        "Outputs[0]: a CMAF output has a VideoDescription or one AudioDescription");
  }

  @Test
  void frameCapturesAloneAreNoJob() {
    refused(groups(JobRequests.thumbnails()), "other than frame captures");
  }

  @Test
  void renditionsOfOneSetNeedTheSameGop() {
    OutputGroup group = JobRequests.cmaf();
    Output other = JobRequests.picture("_v90", ContainerType.CMFC, 160, 90, 100_000);
    Output slower =
        other.toBuilder()
            .videoDescription(
                other.videoDescription().toBuilder()
                    .codecSettings(
                        c ->
                            c.codec("H_264")
                                .h264Settings(
                                    other
                                        .videoDescription()
                                        .codecSettings()
                                        .h264Settings()
                                        .toBuilder()
                                        .gopSize(3.0)
                                        .build()))
                    .build())
            .build();
    List<Output> outputs = new ArrayList<>(group.outputs());
    outputs.add(slower);

    refused(groups(group.toBuilder().outputs(outputs).build()), "the same GOP and frame rate");
  }

  @Test
  void audioSourceMustBeASelector() {
    refused(
        with(input -> input.audioSelectors(Map.of("Other", AudioSelector.builder().build()))),
        "AudioSourceName: names no audio selector");
  }

  @Test
  void templateGivesWhatTheRequestDoesNotSay() {
    convert.client.createJobTemplate(
        t ->
            t.name("vod")
                .priority(7)
                .settings(s -> s.outputGroups(JobRequests.mp4(), JobRequests.cmaf())));

    Job job =
        convert
            .client
            .createJob(
                j ->
                    j.role(JobRequests.ROLE)
                        .jobTemplate("vod")
                        .settings(s -> s.inputs(JobRequests.input("s3://input-bucket/film.mp4"))))
            .job();

    assertThat(job.status()).isEqualTo(JobStatus.SUBMITTED);
    assertThat(job.priority()).isEqualTo(7);
    assertThat(job.settings().outputGroups())
        .containsExactly(JobRequests.mp4(), JobRequests.cmaf());
    assertThatThrownBy(
            () ->
                convert.client.createJob(
                    j -> j.role(JobRequests.ROLE).jobTemplate("none").settings(s -> {})))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void presetGivesWhatTheOutputDoesNotSay() {
    convert.client.createPreset(
        p ->
            p.name("small")
                .settings(
                    s ->
                        s.containerSettings(c -> c.container(ContainerType.MP4))
                            .videoDescription(JobRequests.video(320, 180, 200_000))));

    Job job =
        convert
            .client
            .createJob(
                JobRequests.of(
                    "film.mp4",
                    JobRequests.files(
                        "x", "film", Output.builder().preset("small").nameModifier("_s").build())))
            .job();

    Output output = job.settings().outputGroups().getFirst().outputs().getFirst();
    assertThat(output.nameModifier()).isEqualTo("_s");
    assertThat(output.videoDescription()).isEqualTo(JobRequests.video(320, 180, 200_000));
  }

  private static Consumer<CreateJobRequest.Builder> with(Consumer<Input.Builder> change) {
    return job -> {
      JobSettings settings = JobRequests.settings("film.mp4", JobRequests.mp4());
      Input input = settings.inputs().getFirst().toBuilder().applyMutation(change).build();
      job.settings(settings.toBuilder().inputs(input).build());
    };
  }

  private static Consumer<CreateJobRequest.Builder> groups(OutputGroup... groups) {
    return job -> job.settings(JobRequests.settings("film.mp4", groups));
  }

  private void refused(Consumer<CreateJobRequest.Builder> change, String... reasons) {
    var request = JobRequests.small("film.mp4").toBuilder().applyMutation(change).build();
    assertThatThrownBy(() -> convert.client.createJob(request))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContainingAll(reasons);
    assertThat(convert.client.listJobs(j -> {}).jobs()).isEmpty();
  }
}
