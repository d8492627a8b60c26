package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.Metadata;
import onair.awslocal.media.Overlay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.FollowPoint;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.PipelineDetail;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;
import software.amazon.awssdk.services.medialive.model.ScheduleActionStartSettings;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/** Actions of the schedule that change what a channel shows. */
class ProgrammeActionsTest {

  private static final Consumer<ScheduleActionStartSettings.Builder> NOW =
      start -> start.immediateModeScheduleActionStartSettings(immediate -> {});
  private static final String ID3 =
      Base64.getEncoder().encodeToString("ID3 and more of it".getBytes(StandardCharsets.US_ASCII));

  @TempDir private Path folder;
  private MediaLive aws;
  private String channel;

  @BeforeEach
  void run() throws Exception {
    aws = MediaLive.in(folder);
    String live = aws.rtmpInput("show").id();
    String file = file("s3ssl://films/one.mp4").id();
    String other = file("https://films.example/two.mp4").id();
    CreateChannelRequest request = ChannelRequests.live("show", live);
    channel =
        aws.client
            .createChannel(
                request.toBuilder()
                    .inputAttachments(
                        a -> a.inputId(live).inputAttachmentName("live"),
                        a -> a.inputId(file).inputAttachmentName("film"),
                        a ->
                            a.inputId(other)
                                .inputAttachmentName("loop")
                                .inputSettings(s -> s.sourceEndBehavior("LOOP")))
                    .encoderSettings(
                        request.encoderSettings().toBuilder()
                            .featureActivations(
                                f -> f.outputStaticImageOverlayScheduleActions("ENABLED"))
                            .build())
                    .build())
            .channel()
            .id();
    aws.settle();
    aws.client.startChannel(c -> c.channelId(channel));
    aws.settle();
  }

  @AfterEach
  void close() throws Exception {
    aws.close();
  }

  @Test
  void aSwitchIsAskedOfTheEncoderAndShownInThePipelineAndToldAsAnEvent() {
    create(action("to-film", NOW, switchTo("film")));
    aws.pass(Duration.ZERO);

    assertThat(aws.encoders.commands)
        .containsExactly(new EncoderCommand.SwitchInput("film", "to-film"));
    aws.encoders.of(channel).inputSwitched("film", "to-film");
    PipelineDetail detail =
        aws.client.describeChannel(c -> c.channelId(channel)).pipelineDetails().getFirst();
    assertThat(detail.activeInputAttachmentName()).isEqualTo("film");
    assertThat(detail.activeInputSwitchActionName()).isEqualTo("to-film");
    assertThat(aws.events.all)
        .anySatisfy(
            event -> {
              assertThat(event.detailType()).isEqualTo("MediaLive Channel Input Change");
              assertThat(event.detail().toString())
                  .contains("active_input_attachment_name=film")
                  .contains("active_input_switch_action_name=to-film");
            });
    assertThatThrownBy(() -> delete("to-film"))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("is active in pipeline 0");
  }

  @Test
  void whatFollowsAFileHappensWhenItEndsAndWhatFollowsThatOneWithIt() {
    create(
        action("to-film", NOW, switchTo("film")),
        action("back", follow(FollowPoint.END, "to-film"), switchTo("live")),
        action(
            "ad",
            follow(FollowPoint.START, "back"),
            s -> s.scte35SpliceInsertSettings(i -> i.spliceEventId(7L).duration(2_700_000L))));
    aws.pass(Duration.ofMinutes(90));
    assertThat(aws.encoders.commands).hasSize(1);
    assertThatThrownBy(() -> delete("back")).isInstanceOf(UnprocessableEntityException.class);

    aws.encoders.of(channel).inputEnded("film");
    aws.pass(Duration.ZERO);

    assertThat(aws.encoders.commands)
        .containsExactly(
            new EncoderCommand.SwitchInput("film", "to-film"),
            new EncoderCommand.SwitchInput("live", "back"));
    assertThat(aws.encoders.splices).hasSize(1);
    aws.encoders.of(channel).inputEnded("film");
    aws.pass(Duration.ZERO);
    assertThat(aws.encoders.commands).hasSize(2);
  }

  @Test
  void picturesPausesAndMetadataAreAskedOfTheEncoder() {
    create(
        action(
            "logo",
            NOW,
            s ->
                s.staticImageActivateSettings(
                    i ->
                        i.image(u -> u.uri("s3ssl://art/logo.png"))
                            .layer(2)
                            .imageX(10)
                            .imageY(20)
                            .width(64)
                            .opacity(50)
                            .fadeIn(500)
                            .duration(8000))),
        action(
            "logo-of-one",
            NOW,
            s ->
                s.staticImageOutputActivateSettings(
                    i -> i.image(u -> u.uri("https://a.example/x.PNG")).outputNames("v360"))),
        action("off", NOW, s -> s.staticImageDeactivateSettings(i -> i.layer(2).fadeOut(300))),
        action(
            "pause",
            NOW,
            s -> s.pauseStateSettings(p -> p.pipelines(o -> o.pipelineId("PIPELINE_0")))),
        action("go-on", NOW, s -> s.pauseStateSettings(p -> p.pipelines(List.of()))),
        action("id3", NOW, s -> s.hlsTimedMetadataSettings(m -> m.id3(ID3))));
    aws.pass(Duration.ZERO);

    Duration none = Duration.ZERO;
    assertThat(aws.encoders.commands)
        .containsExactlyInAnyOrder(
            new EncoderCommand.ShowOverlay(
                new Overlay(
                    2,
                    "s3ssl://art/logo.png",
                    10,
                    20,
                    64,
                    null,
                    50,
                    Duration.ofMillis(500),
                    none,
                    Duration.ofSeconds(8),
                    Set.of())),
            new EncoderCommand.ShowOverlay(
                new Overlay(
                    0,
                    "https://a.example/x.PNG",
                    0,
                    0,
                    null,
                    null,
                    100,
                    none,
                    none,
                    null,
                    Set.of("v360"))),
            new EncoderCommand.HideOverlay(2, Duration.ofMillis(300), Set.of()),
            new EncoderCommand.Pause(Set.of(0)),
            new EncoderCommand.Pause(Set.of()));
    // The output group does not take metadata: it has no effect.
  }

  @Test
  void anOutputGroupThatInsertsId3GetsIt() {
    aws.client.stopChannel(c -> c.channelId(channel));
    aws.settle();
    var described = aws.client.describeChannel(c -> c.channelId(channel));
    var settings = described.encoderSettings();
    var group = settings.outputGroups().getFirst();
    var mediaPackage = group.outputGroupSettings().mediaPackageGroupSettings();
    aws.client.updateChannel(
        c ->
            c.channelId(channel)
                .encoderSettings(
                    settings.toBuilder()
                        .outputGroups(
                            group.toBuilder()
                                .outputGroupSettings(
                                    g ->
                                        g.mediaPackageGroupSettings(
                                            mediaPackage.toBuilder()
                                                .mediapackageV2GroupSettings(
                                                    mediaPackage
                                                        .mediapackageV2GroupSettings()
                                                        .toBuilder()
                                                        .id3Behavior("ENABLED")
                                                        .build())
                                                .build()))
                                .build())
                        .build()));
    aws.settle();

    create(
        action("once", NOW, s -> s.timedMetadataSettings(m -> m.id3(ID3))),
        action("each", NOW, s -> s.id3SegmentTaggingSettings(m -> m.tag("$dt$-$sn$"))));
    aws.pass(Duration.ZERO);

    assertThat(aws.encoders.commands)
        .satisfiesExactlyInAnyOrder(
            one ->
                assertThat(one)
                    .isInstanceOfSatisfying(
                        EncoderCommand.Tag.class,
                        tag -> assertThat(tag.metadata()).isInstanceOf(Metadata.Once.class)),
            other ->
                assertThat(other)
                    .isEqualTo(
                        new EncoderCommand.Tag(new Metadata.TextInEachSegment("$dt$-$sn$"))));
  }

  @Test
  void whatTheChannelCannotDoIsRefusedAndTold() {
    assertThatThrownBy(
            () ->
                create(
                    action("a", NOW, switchTo("nobody")),
                    action("b", NOW, s -> s.inputPrepareSettings(p -> {})),
                    action(
                        "c",
                        NOW,
                        s ->
                            s.staticImageActivateSettings(
                                i -> i.image(u -> u.uri("ftp://x/y.gif")))),
                    action(
                        "d",
                        NOW,
                        s ->
                            s.staticImageOutputActivateSettings(
                                i -> i.image(u -> u.uri("s3://a/b.png")).outputNames("none"))),
                    action("e", NOW, s -> s.hlsTimedMetadataSettings(m -> m.id3("not base64"))),
                    action("f", NOW, s -> s.hlsId3SegmentTaggingSettings(m -> {})),
                    action("to-live", NOW, switchTo("live")),
                    action("to-loop", NOW, switchTo("loop")),
                    action("g", follow(FollowPoint.END, "to-loop"), switchTo("live")),
                    action(
                        "h",
                        follow(FollowPoint.START, "to-live"),
                        s -> s.pauseStateSettings(p -> {}))))
        .isInstanceOfSatisfying(
            UnprocessableEntityException.class,
            e ->
                assertThat(e.validationErrors().stream().map(error -> error.elementPath()))
                    .containsExactly(
                        path(0, "inputAttachmentNameReference"),
                        "creates.scheduleActions[1].scheduleActionSettings",
                        path(2, "image.uri"),
                        path(3, "outputNames"),
                        path(4, "id3"),
                        "creates.scheduleActions[5].scheduleActionSettings",
                        "creates.scheduleActions[8].scheduleActionStartSettings"
                            + ".referenceActionName",
                        "creates.scheduleActions[9].scheduleActionStartSettings"));
    assertThat(aws.client.describeSchedule(s -> s.channelId(channel)).scheduleActions()).isEmpty();
  }

  private static String path(int action, String member) {
    return "creates.scheduleActions[%d].scheduleActionSettings.%s".formatted(action, member);
  }

  private Input file(String url) {
    Input input =
        aws.client.createInput(i -> i.type(InputType.MP4_FILE).sources(s -> s.url(url))).input();
    aws.settle();
    return input;
  }

  private void create(ScheduleAction... actions) {
    aws.client.batchUpdateSchedule(
        s -> s.channelId(channel).creates(c -> c.scheduleActions(actions)));
  }

  private void delete(String name) {
    aws.client.batchUpdateSchedule(s -> s.channelId(channel).deletes(d -> d.actionNames(name)));
  }

  private static Consumer<ScheduleActionSettings.Builder> switchTo(String attachment) {
    return s -> s.inputSwitchSettings(i -> i.inputAttachmentNameReference(attachment));
  }

  private static Consumer<ScheduleActionStartSettings.Builder> follow(
      FollowPoint point, String name) {
    return start ->
        start.followModeScheduleActionStartSettings(
            f -> f.followPoint(point).referenceActionName(name));
  }

  private static ScheduleAction action(
      String name,
      Consumer<ScheduleActionStartSettings.Builder> start,
      Consumer<ScheduleActionSettings.Builder> settings) {
    return ScheduleAction.builder()
        .actionName(name)
        .scheduleActionStartSettings(start)
        .scheduleActionSettings(settings)
        .build();
  }
}
