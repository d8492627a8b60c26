package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import onair.awslocal.media.Splice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleResponse;
import software.amazon.awssdk.services.medialive.model.FollowPoint;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionSettings;
import software.amazon.awssdk.services.medialive.model.ScheduleActionStartSettings;
import software.amazon.awssdk.services.medialive.model.Scte35SegmentationCancelIndicator;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

class ScheduleTest {

  private static final Consumer<ScheduleActionStartSettings.Builder> NOW =
      start -> start.immediateModeScheduleActionStartSettings(immediate -> {});
  private static final Consumer<ScheduleActionSettings.Builder> THIRTY_SECONDS =
      action -> action.scte35SpliceInsertSettings(s -> s.spliceEventId(7L).duration(2_700_000L));

  @TempDir private Path folder;

  @Test
  void immediateSpliceReachesTheEncoderAtOnceAndStaysListed() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.runningChannel("show").id();

      ScheduleAction created =
          create(aws, channel, action("ad-1", NOW, THIRTY_SECONDS))
              .creates()
              .scheduleActions()
              .getFirst();
      aws.pass(Duration.ZERO);

      assertThat(aws.encoders.splices)
          .containsExactly(
              new Splice.Out(
                  Splice.Message.SPLICE_INSERT, 7, aws.instant(), Duration.ofSeconds(30)));
      assertThat(listed(aws, channel)).containsExactly(created);
      assertThat(created.scheduleActionStartSettings().immediateModeScheduleActionStartSettings())
          .isNotNull();
    }
  }

  @Test
  void fixedSpliceWaitsForItsTimeAlsoAcrossARestart() throws Exception {
    String channel;
    Instant time;
    try (MediaLive aws = MediaLive.in(folder)) {
      channel = aws.runningChannel("show").id();
      time = aws.instant().plusSeconds(60);
      create(aws, channel, action("ad-1", at(time.toString()), THIRTY_SECONDS));
      aws.pass(Duration.ofSeconds(50));
      assertThat(aws.encoders.splices).isEmpty();
    }
    try (MediaLive aws = MediaLive.at(folder, time.minusSeconds(5))) {
      aws.pass(Duration.ofSeconds(5));

      assertThat(aws.encoders.splices).hasSize(1);
      assertThat(aws.encoders.splices.getFirst().at()).isEqualTo(time);
    }
  }

  @Test
  void returnToNetworkAndTimeSignalsAreCarriedOut() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.runningChannel("show").id();

      create(
          aws,
          channel,
          action(
              "back",
              NOW,
              action -> action.scte35ReturnToNetworkSettings(s -> s.spliceEventId(7L))));
      aws.pass(Duration.ZERO);
      create(aws, channel, action("po", NOW, timeSignal(0x34)));
      aws.pass(Duration.ZERO);
      create(aws, channel, action("po-end", NOW, timeSignal(0x35)));
      aws.pass(Duration.ZERO);

      assertThat(aws.encoders.splices)
          .containsExactly(
              new Splice.In(Splice.Message.SPLICE_INSERT, 7, aws.instant()),
              new Splice.Out(
                  Splice.Message.PROVIDER_PLACEMENT_OPPORTUNITY,
                  9,
                  aws.instant(),
                  Duration.ofSeconds(15)),
              new Splice.In(Splice.Message.PROVIDER_PLACEMENT_OPPORTUNITY, 9, aws.instant()));
    }
  }

  @Test
  void deletedActionHasNoEffectAndItsNameIsFree() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.runningChannel("show").id();
      String time = aws.instant().plusSeconds(60).toString();
      create(aws, channel, action("ad-1", at(time), THIRTY_SECONDS));

      BatchUpdateScheduleResponse moved =
          aws.client.batchUpdateSchedule(
              s ->
                  s.channelId(channel)
                      .deletes(d -> d.actionNames("ad-1"))
                      .creates(
                          c ->
                              c.scheduleActions(
                                  action(
                                      "ad-1",
                                      at(aws.instant().plusSeconds(120).toString()),
                                      THIRTY_SECONDS))));
      assertThat(moved.deletes().scheduleActions()).hasSize(1);
      aws.pass(Duration.ofSeconds(70));
      assertThat(aws.encoders.splices).isEmpty();
      aws.pass(Duration.ofSeconds(60));
      assertThat(aws.encoders.splices).hasSize(1);

      aws.client.deleteSchedule(s -> s.channelId(channel));
      assertThat(listed(aws, channel)).isEmpty();
    }
  }

  @Test
  void idleChannelKeepsActionsThatThenHaveNoEffectUntilItRuns() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.idleChannel("show").id();

      create(
          aws,
          channel,
          action("ad-1", at(aws.instant().plusSeconds(60).toString()), THIRTY_SECONDS));

      assertThat(listed(aws, channel)).hasSize(1);
      aws.client.deleteChannel(c -> c.channelId(channel));
      aws.settle();
      assertThatThrownBy(() -> listed(aws, channel)).isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void everythingWrongIsToldAtOnceAndNothingIsKept() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.runningChannel("show").id();
      Instant now = aws.instant();

      assertThatThrownBy(
              () ->
                  create(
                      aws,
                      channel,
                      action("ok", NOW, THIRTY_SECONDS),
                      action("ok", NOW, THIRTY_SECONDS),
                      action("soon", at(now.plusSeconds(14).toString()), THIRTY_SECONDS),
                      action(
                          "late", at(now.plusSeconds(14 * 86_400 + 1).toString()), THIRTY_SECONDS),
                      action("when", at("tomorrow"), THIRTY_SECONDS),
                      action("what", NOW, action -> {}),
                      action(
                          "pause",
                          NOW,
                          action ->
                              action.pauseStateSettings(
                                  p -> p.pipelines(one -> one.pipelineId("PIPELINE_1")))),
                      action("programme", NOW, timeSignal(0x10)),
                      action(
                          "follow",
                          start ->
                              start.followModeScheduleActionStartSettings(
                                  f -> f.followPoint(FollowPoint.END).referenceActionName("ok")),
                          THIRTY_SECONDS)))
          .isInstanceOfSatisfying(
              UnprocessableEntityException.class,
              e ->
                  assertThat(e.validationErrors().stream().map(error -> error.elementPath()))
                      .containsExactly(
                          "creates.scheduleActions[1].actionName",
                          "creates.scheduleActions[2].scheduleActionStartSettings.time",
                          "creates.scheduleActions[3].scheduleActionStartSettings.time",
                          "creates.scheduleActions[4].scheduleActionStartSettings.time",
                          "creates.scheduleActions[5].scheduleActionSettings",
                          "creates.scheduleActions[6].scheduleActionSettings",
                          "creates.scheduleActions[7].scheduleActionSettings",
                          "creates.scheduleActions[8].scheduleActionStartSettings"
                              + ".referenceActionName"));
      assertThat(listed(aws, channel)).isEmpty();
      assertThatThrownBy(
              () ->
                  aws.client.batchUpdateSchedule(
                      s -> s.channelId(channel).deletes(d -> d.actionNames("nobody"))))
          .isInstanceOf(UnprocessableEntityException.class);
      assertThatThrownBy(() -> aws.client.batchUpdateSchedule(s -> s.channelId(channel)))
          .isInstanceOf(BadRequestException.class);
      assertThatThrownBy(() -> create(aws, "7654321", action("ad", NOW, THIRTY_SECONDS)))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void namesAreFreeAgainAnHourAfterTheirTime() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.runningChannel("show").id();
      create(aws, channel, action("ad-1", NOW, THIRTY_SECONDS));

      aws.pass(Duration.ofMinutes(59));
      assertThatThrownBy(() -> create(aws, channel, action("ad-1", NOW, THIRTY_SECONDS)))
          .isInstanceOf(UnprocessableEntityException.class);
      aws.pass(Duration.ofMinutes(2));

      create(aws, channel, action("ad-1", NOW, THIRTY_SECONDS));
    }
  }

  @Test
  void scheduleIsListedByTimeInPages() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String channel = aws.runningChannel("show").id();
      Instant now = aws.instant();
      for (int i = 5; i > 0; i--) {
        create(
            aws,
            channel,
            action("ad-" + i, at(now.plusSeconds(60 * i).toString()), THIRTY_SECONDS));
      }

      assertThat(
              aws
                  .client
                  .describeSchedulePaginator(s -> s.channelId(channel).maxResults(2))
                  .scheduleActions()
                  .stream()
                  .map(ScheduleAction::actionName))
          .containsExactly("ad-1", "ad-2", "ad-3", "ad-4", "ad-5");
    }
  }

  private static BatchUpdateScheduleResponse create(
      MediaLive aws, String channel, ScheduleAction... actions) {
    return aws.client.batchUpdateSchedule(
        s -> s.channelId(channel).creates(c -> c.scheduleActions(actions)));
  }

  private static List<ScheduleAction> listed(MediaLive aws, String channel) {
    return aws.client.describeSchedule(s -> s.channelId(channel)).scheduleActions();
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

  private static Consumer<ScheduleActionStartSettings.Builder> at(String time) {
    return start -> start.fixedModeScheduleActionStartSettings(fixed -> fixed.time(time));
  }

  private static Consumer<ScheduleActionSettings.Builder> timeSignal(int type) {
    return action ->
        action.scte35TimeSignalSettings(
            signal ->
                signal.scte35Descriptors(
                    descriptor ->
                        descriptor.scte35DescriptorSettings(
                            settings ->
                                settings.segmentationDescriptorScte35DescriptorSettings(
                                    s ->
                                        s.segmentationEventId(9L)
                                            .segmentationCancelIndicator(
                                                Scte35SegmentationCancelIndicator
                                                    .SEGMENTATION_EVENT_NOT_CANCELED)
                                            .segmentationTypeId(type)
                                            .segmentationDuration(1_350_000L)))));
  }
}
