package onair.awslocal.medialive;

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
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

class ChannelLifecycleTest {

  @TempDir Path folder;
  private MediaLive aws;

  @BeforeEach
  void start() throws Exception {
    aws = MediaLive.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void aNewChannelIsCreatingAndThenIdle() {
    String input = aws.rtmpInput("show").id();
    CreateChannelRequest request =
        ChannelRequests.live("show", input).toBuilder().tags(Map.of("team", "a")).build();

    Channel created = aws.client.createChannel(request).channel();

    assertThat(created.id()).matches("\\d{7}");
    assertThat(created.arn())
        .isEqualTo("arn:aws:medialive:eu-west-1:111122223333:channel:" + created.id());
    assertThat(created.state()).isEqualTo(ChannelState.CREATING);
    assertThat(created.pipelinesRunningCount()).isZero();
    assertThat(created.tags()).containsEntry("team", "a");
    assertThat(created.encoderSettings()).isEqualTo(request.encoderSettings());
    aws.pass(Duration.ofMillis(499));
    assertThat(aws.state(created.id())).isEqualTo(ChannelState.CREATING);
    aws.pass(Duration.ofMillis(1));
    assertThat(aws.state(created.id())).isEqualTo(ChannelState.IDLE);
  }

  @Test
  void aChannelStartsRunsAndStopsWithItsPipeline() {
    Channel channel = aws.idleChannel("show");
    String id = channel.id();

    assertThat(aws.client.startChannel(c -> c.channelId(id)).state())
        .isEqualTo(ChannelState.STARTING);
    assertThat(aws.encoders.jobs).isEmpty();
    aws.pass(Duration.ofSeconds(1));
    var running = aws.client.describeChannel(c -> c.channelId(id));
    assertThat(running.state()).isEqualTo(ChannelState.RUNNING);
    assertThat(running.pipelinesRunningCount()).isEqualTo(1);
    assertThat(running.pipelineDetails())
        .singleElement()
        .satisfies(
            detail -> {
              assertThat(detail.pipelineId()).isEqualTo("0");
              assertThat(detail.activeInputAttachmentName()).isEqualTo("main");
            });
    assertThat(aws.encoders.jobs).containsOnlyKeys(id);

    assertThat(aws.client.stopChannel(c -> c.channelId(id)).state())
        .isEqualTo(ChannelState.STOPPING);
    aws.pass(Duration.ofMillis(500));
    var idle = aws.client.describeChannel(c -> c.channelId(id));
    assertThat(idle.state()).isEqualTo(ChannelState.IDLE);
    assertThat(idle.pipelinesRunningCount()).isZero();
    assertThat(idle.pipelineDetails()).isEmpty();
    assertThat(aws.encoders.jobs).isEmpty();
  }

  @Test
  void aDeletedChannelIsDeletedForAWhileAndThenUnknown() {
    String id = aws.idleChannel("show").id();

    assertThat(aws.client.deleteChannel(c -> c.channelId(id)).state())
        .isEqualTo(ChannelState.DELETING);
    assertThat(aws.client.listChannels().channels()).hasSize(1);
    aws.pass(Duration.ofMillis(300));
    assertThat(aws.state(id)).isEqualTo(ChannelState.DELETED);
    assertThat(aws.client.listChannels().channels()).isEmpty();
    aws.pass(Duration.ofMinutes(6));
    assertThatThrownBy(() -> aws.state(id)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void everyChangeOfStateIsToldToEventBridgeInOrder() {
    String id = aws.runningChannel("show").id();
    aws.client.stopChannel(c -> c.channelId(id));
    aws.settle();
    aws.client.updateChannel(c -> c.channelId(id).name("other"));
    aws.settle();
    aws.client.deleteChannel(c -> c.channelId(id));
    aws.settle();

    assertThat(aws.events.states())
        .containsExactly(
            "CREATING",
            "CREATED",
            "STARTING",
            "RUNNING",
            "STOPPING",
            "STOPPED",
            "DELETING",
            "DELETED");
    String arn = "arn:aws:medialive:eu-west-1:111122223333:channel:" + id;
    var running = aws.events.all.stream().filter(e -> e.text("state").equals("RUNNING")).toList();
    assertThat(running)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.source()).isEqualTo("aws.medialive");
              assertThat(event.detailType()).isEqualTo("MediaLive Channel State Change");
              assertThat(event.resources()).containsExactly(arn);
              assertThat(event.text("channel_arn")).isEqualTo(arn);
              assertThat(event.text("pipelines_running_count")).isEqualTo("1");
            });
  }

  @Test
  void anUpdateChangesWhatItNamesAndKeepsTheRest() {
    Channel channel = aws.idleChannel("show");

    Channel updated =
        aws.client.updateChannel(c -> c.channelId(channel.id()).name("other")).channel();

    assertThat(updated.state()).isEqualTo(ChannelState.UPDATING);
    aws.settle();
    var after = aws.client.describeChannel(c -> c.channelId(channel.id()));
    assertThat(after.state()).isEqualTo(ChannelState.IDLE);
    assertThat(after.name()).isEqualTo("other");
    assertThat(after.encoderSettings()).isEqualTo(channel.encoderSettings());
    assertThat(after.destinations()).isEqualTo(channel.destinations());
  }

  @Test
  void whatDoesNotFitTheStateIsAConflictAndChangesNothing() {
    String id =
        aws.client.createChannel(ChannelRequests.live("a", aws.rtmpInput("a").id())).channel().id();
    refusedNow(id, "start", "stop", "update", "delete");
    aws.settle();
    refusedNow(id, "stop");
    aws.client.startChannel(c -> c.channelId(id));
    refusedNow(id, "start", "stop", "update", "delete");
    aws.settle();
    refusedNow(id, "start", "update", "delete");
    aws.client.stopChannel(c -> c.channelId(id));
    refusedNow(id, "start", "stop", "update", "delete");
    aws.settle();
    aws.client.deleteChannel(c -> c.channelId(id));
    refusedNow(id, "start", "stop", "update", "delete");
    aws.settle();
    refusedNow(id, "start", "stop", "update", "delete");
  }

  @Test
  void deletingARunningChannelSaysThatItMustBeStoppedFirst() {
    String id = aws.runningChannel("show").id();

    assertThatThrownBy(() -> aws.client.deleteChannel(c -> c.channelId(id)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("Cannot delete a channel that has not been stopped yet");
  }

  @Test
  void anUnknownChannelIsNotFound() {
    assertThatThrownBy(() -> aws.state("1234567"))
        .isInstanceOfSatisfying(
            NotFoundException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    assertThatThrownBy(() -> aws.client.startChannel(c -> c.channelId("1234567")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void theSameRequestIdGivesTheSameChannelAndOtherParametersAreAConflict() {
    CreateChannelRequest request = ChannelRequests.live("show", aws.rtmpInput("show").id());
    Channel first = aws.client.createChannel(request).channel();
    aws.settle();

    Channel again = aws.client.createChannel(request).channel();

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.state()).isEqualTo(ChannelState.IDLE);
    assertThat(aws.client.listChannels().channels()).hasSize(1);
    assertThatThrownBy(() -> aws.client.createChannel(request.toBuilder().name("another").build()))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void aDryRunChecksAndLeavesNothing() {
    CreateChannelRequest request =
        ChannelRequests.live("show", aws.rtmpInput("show").id()).toBuilder().dryRun(true).build();

    assertThat(aws.client.createChannel(request).channel().name()).isEqualTo("show");
    assertThat(aws.client.listChannels().channels()).isEmpty();
  }

  @Test
  void anInputBelongsToOneChannelUntilThatIsDeleted() {
    String input = aws.rtmpInput("show").id();
    String id = aws.client.createChannel(ChannelRequests.live("a", input)).channel().id();
    aws.settle();

    var attached = aws.client.describeInput(i -> i.inputId(input));
    assertThat(attached.state()).isEqualTo(InputState.ATTACHED);
    assertThat(attached.attachedChannels()).containsExactly(id);
    assertThatThrownBy(() -> aws.client.createChannel(ChannelRequests.live("b", input)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("already attached");

    aws.client.deleteChannel(c -> c.channelId(id));
    assertThat(aws.client.describeInput(i -> i.inputId(input)).state())
        .isEqualTo(InputState.ATTACHED);
    aws.settle();
    var detached = aws.client.describeInput(i -> i.inputId(input));
    assertThat(detached.state()).isEqualTo(InputState.DETACHED);
    assertThat(detached.attachedChannels()).isEmpty();
    assertThat(aws.client.createChannel(ChannelRequests.live("b", input)).channel().id())
        .isNotEqualTo(id);
  }

  private void refusedNow(String id, String... calls) {
    ChannelState before = aws.state(id);
    for (String call : List.of(calls)) {
      assertThatThrownBy(() -> call(call, id))
          .as(call + " in " + before)
          .isInstanceOfSatisfying(
              ConflictException.class, e -> assertThat(e.statusCode()).isEqualTo(409));
    }
    assertThat(aws.state(id)).isEqualTo(before);
  }

  private void call(String call, String id) {
    switch (call) {
      case "start" -> aws.client.startChannel(c -> c.channelId(id));
      case "stop" -> aws.client.stopChannel(c -> c.channelId(id));
      case "update" -> aws.client.updateChannel(c -> c.channelId(id).name("x"));
      case "delete" -> aws.client.deleteChannel(c -> c.channelId(id));
      default -> throw new IllegalArgumentException(call);
    }
  }
}
