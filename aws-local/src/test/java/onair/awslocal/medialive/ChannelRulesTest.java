package onair.awslocal.medialive;

import static onair.awslocal.medialive.ChannelRequests.audio;
import static onair.awslocal.medialive.ChannelRequests.encoder;
import static onair.awslocal.medialive.ChannelRequests.group;
import static onair.awslocal.medialive.ChannelRequests.output;
import static onair.awslocal.medialive.ChannelRequests.sound;
import static onair.awslocal.medialive.ChannelRequests.video;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

class ChannelRulesTest {

  @TempDir Path folder;
  private MediaLive aws;
  private String input = "";

  @BeforeEach
  void start() throws Exception {
    aws = MediaLive.in(folder);
    input = aws.rtmpInput("show").id();
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsElement() {
    assertThatThrownBy(() -> aws.client.createChannel(c -> c.requestId("r")))
        .isInstanceOfSatisfying(
            UnprocessableEntityException.class,
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(422);
              assertThat(refused.validationErrors())
                  .extracting("elementPath")
                  .containsExactlyInAnyOrder(
                      "name",
                      "inputSpecification",
                      "inputAttachments",
                      "destinations",
                      "encoderSettings");
            });
    assertThat(aws.client.listChannels().channels()).isEmpty();
  }

  @Test
  void attachmentsMustNameUsableInputsOnce() {
    refuses(
        c -> c.inputAttachments(attachment("1234567")),
        "inputAttachments[0].inputId",
        "Input \"1234567\" does not exist");
    refuses(
        c -> c.inputAttachments(attachment(input), attachment(input)),
        "inputAttachments[1].inputId",
        "attached twice");
    refuses(
        c ->
            c.inputAttachments(
                InputAttachment.builder()
                    .inputId(input)
                    .automaticInputFailoverSettings(f -> f.secondaryInputId("7654321"))
                    .build()),
        "inputAttachments[0].automaticInputFailoverSettings.secondaryInputId",
        "not attached");
  }

  @Test
  void aStandardChannelNeedsAnInputWithTwoSources() {
    refuses(
        c -> c.channelClass(ChannelClass.STANDARD),
        "inputAttachments[0].inputId",
        "has one source, a channel of class STANDARD needs two");
  }

  @Test
  void destinationsHaveOneKindOfSettingsAndAsManyAsPipelines() {
    refuses(
        c -> c.destinations(mediaPackage("mp2"), mediaPackage("mp2")),
        "destinations[1].id",
        "Duplicate destination id");
    refuses(
        c -> c.destinations(mediaPackage("mp2").toBuilder().settings(s -> s.url("s3://b")).build()),
        "destinations[0]",
        "Exactly one of");
    refuses(
        c ->
            c.destinations(
                mediaPackage("mp2"),
                OutputDestination.builder()
                    .id("two")
                    .settings(s -> s.url("s3://a"), s -> s.url("s3://b"))
                    .build()),
        "destinations[1].settings",
        "1 pipeline(s)");
    refuses(
        c ->
            c.destinations(
                mediaPackage("mp2").toBuilder()
                    .mediaPackageSettings(m -> m.channelId("a"), m -> m.channelId("b"))
                    .build()),
        "destinations[0].mediaPackageSettings",
        "exactly one MediaPackage channel");
    refuses(
        c ->
            c.destinations(
                mediaPackage("mp2").toBuilder()
                    .mediaPackageSettings(m -> m.channelGroup("grp1"))
                    .build()),
        "destinations[0].mediaPackageSettings[0]",
        "channel group and a channel name");
  }

  @Test
  void outputGroupsNameDestinationsOfTheirKind() {
    refuses(
        c -> c.destinations(mediaPackage("other")),
        "outputGroups[0].outputGroupSettings.mediaPackageGroupSettings.destination",
        "Object references undefined destination \"mp2\"");
    refuses(
        c ->
            c.destinations(
                OutputDestination.builder().id("mp2").settings(s -> s.url("s3://a")).build()),
        "outputGroups[0].outputGroupSettings.mediaPackageGroupSettings.destination",
        "not of the kind");
    refuses(
        c -> c.encoderSettings(encoder().toBuilder().outputGroups(List.of()).build()),
        "outputGroups",
        "At least one output group");
    refuses(
        c ->
            c.encoderSettings(
                encoder().toBuilder()
                    .outputGroups(g -> g.name("x").outputGroupSettings(s -> {}).outputs(List.of()))
                    .build()),
        "outputGroups[0].outputGroupSettings",
        "Exactly one kind");
  }

  @Test
  void outputsNameDescriptionsThatExist() {
    refuses(
        c -> c.encoderSettings(with(output("v1080"))),
        "outputGroups[0].outputs[0].videoDescriptionName",
        "Object references undefined video description \"v1080\"");
    refuses(
        c -> c.encoderSettings(with(output("v720"), sound("a2"))),
        "outputGroups[0].outputs[1].audioDescriptionNames",
        "Object references undefined audio description \"a2\"");
    refuses(
        c -> c.encoderSettings(with(output("v720"), output("v720"))),
        "outputGroups[0].outputs[1].outputName",
        "Duplicate output name");
    refuses(
        c -> c.encoderSettings(with(output("v720").toBuilder().videoDescriptionName(null).build())),
        "outputGroups[0].outputs[0]",
        "needs a video, audio or caption description");
  }

  @Test
  void namesOfDescriptionsAreDistinct() {
    refuses(
        c ->
            c.encoderSettings(
                encoder().toBuilder().audioDescriptions(audio("a1"), audio("a1")).build()),
        "audioDescriptions[1].name",
        "Duplicate name \"a1\"");
  }

  @Test
  void picturesHaveEvenSizesABitrateAndOneGopLength() {
    refuses(
        c ->
            c.encoderSettings(
                pictures(video("v720", 1281, 720, 1000), video("v360", 640, 360, 1000))),
        "videoDescriptions[0].width",
        "even");
    refuses(
        c ->
            c.encoderSettings(
                pictures(
                    video("v720", 1280, 720, 1000),
                    VideoDescription.builder()
                        .name("v360")
                        .codecSettings(
                            s ->
                                s.h264Settings(
                                    h ->
                                        h.rateControlMode("CBR")
                                            .gopSize(2.0)
                                            .gopSizeUnits("SECONDS")))
                        .build())),
        "videoDescriptions[1].codecSettings.h264Settings.bitrate",
        "required for CBR");
    refuses(
        c ->
            c.encoderSettings(
                pictures(
                    video("v720", 1280, 720, 1000),
                    VideoDescription.builder()
                        .name("v360")
                        .codecSettings(
                            s ->
                                s.h264Settings(
                                    h -> h.bitrate(1000).gopSize(90.0).gopSizeUnits("FRAMES")))
                        .build())),
        "outputGroups[0]",
        "one GOP length");
  }

  @Test
  void anUpdateIsHeldToTheSameRules() {
    String id = aws.client.createChannel(ChannelRequests.live("show", input)).channel().id();
    aws.settle();

    assertThatThrownBy(
            () ->
                aws.client.updateChannel(
                    c -> c.channelId(id).destinations(mediaPackage("renamed"))))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("undefined destination");
    assertThat(aws.client.describeChannel(c -> c.channelId(id)).destinations())
        .extracting(OutputDestination::id)
        .containsExactly("mp2");
  }

  private void refuses(
      UnaryOperator<CreateChannelRequest.Builder> change, String path, String message) {
    CreateChannelRequest request =
        change.apply(ChannelRequests.live("show", input).toBuilder()).build();
    assertThatThrownBy(() -> aws.client.createChannel(request))
        .isInstanceOfSatisfying(
            UnprocessableEntityException.class,
            refused ->
                assertThat(refused.validationErrors())
                    .anySatisfy(
                        error -> {
                          assertThat(error.elementPath()).isEqualTo(path);
                          assertThat(error.errorMessage()).contains(message);
                        }));
  }

  private static InputAttachment attachment(String id) {
    return InputAttachment.builder().inputId(id).build();
  }

  private static OutputDestination mediaPackage(String id) {
    return OutputDestination.builder()
        .id(id)
        .mediaPackageSettings(m -> m.channelGroup("grp1").channelName("show"))
        .build();
  }

  private static EncoderSettings with(Output... outputs) {
    return encoder().toBuilder().outputGroups(group(outputs)).build();
  }

  private static EncoderSettings pictures(VideoDescription... videos) {
    return encoder().toBuilder().videoDescriptions(videos).build();
  }
}
