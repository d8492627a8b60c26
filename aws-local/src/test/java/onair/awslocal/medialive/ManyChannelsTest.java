package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/** What an operator does to channels beside starting and stopping one. */
class ManyChannelsTest {

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
  void aBatchDoesWhatItCanAndSaysWhyNotTheRest() {
    String idle = aws.idleChannel("a").id();
    String running = aws.runningChannel("b").id();

    var started = aws.client.batchStart(b -> b.channelIds(idle, running, "1234567"));

    assertThat(started.successful())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(idle);
              assertThat(one.arn()).endsWith(":channel:" + idle);
              assertThat(one.state()).isEqualTo("STARTING");
            });
    assertThat(started.failed())
        .extracting("id", "code")
        .containsExactly(
            tuple(running, "ConflictException"), tuple("1234567", "NotFoundException"));
    aws.settle();
    assertThat(aws.client.batchStop(b -> b.channelIds(idle, running)).failed()).isEmpty();
    aws.settle();
    assertThat(List.of(aws.state(idle), aws.state(running))).containsOnly(ChannelState.IDLE);
    assertThat(aws.client.batchStart(b -> b.multiplexIds("1")).failed())
        .extracting("code")
        .containsExactly("NotFoundException");
    assertThatThrownBy(() -> aws.client.batchStop(b -> {})).isInstanceOf(BadRequestException.class);
  }

  @Test
  void aBatchDeletesWhatIsNotInUse() {
    String channel = aws.idleChannel("a").id();
    String attached =
        aws.client
            .describeChannel(c -> c.channelId(channel))
            .inputAttachments()
            .getFirst()
            .inputId();
    String free = aws.rtmpInput("b").id();
    String group = aws.group();

    var deleted =
        aws.client.batchDelete(
            b -> b.channelIds(channel).inputIds(attached, free).inputSecurityGroupIds(group));

    assertThat(deleted.successful())
        .extracting("id", "state")
        .containsExactly(
            tuple(channel, "DELETING"), tuple(free, "DELETING"), tuple(group, "DELETED"));
    assertThat(deleted.failed())
        .extracting("id", "code")
        .containsExactly(tuple(attached, "ConflictException"));
  }

  @Test
  void aRestartOfPipelinesStopsTheEncoderAndStartsItAgain() {
    String id = aws.runningChannel("show").id();
    aws.encoders.of(id).firstOutput();

    var restarting =
        aws.client.restartChannelPipelines(
            c -> c.channelId(id).pipelineIdsWithStrings("PIPELINE_0"));

    assertThat(restarting.state()).isEqualTo(ChannelState.RECOVERING);
    assertThat(aws.encoders.jobs).isEmpty();
    aws.pass(Duration.ofMillis(500));
    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(aws.encoders.jobs).containsOnlyKeys(id);
    assertThatThrownBy(
            () ->
                aws.client.restartChannelPipelines(
                    c -> c.channelId(id).pipelineIdsWithStrings("PIPELINE_1")))
        .isInstanceOf(BadRequestException.class);
    aws.client.stopChannel(c -> c.channelId(id));
    assertThatThrownBy(() -> aws.client.restartChannelPipelines(c -> c.channelId(id)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void aChannelOfTwoPipelinesNeedsInputsWithTwoSources() {
    String single = aws.idleChannel("a").id();
    assertThatThrownBy(
            () ->
                aws.client.updateChannelClass(
                    c -> c.channelId(single).channelClass(ChannelClass.STANDARD)))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("two");

    String group = aws.group();
    String input =
        aws.client
            .createInput(
                i ->
                    i.type("RTMP_PUSH")
                        .inputSecurityGroups(group)
                        .destinations(d -> d.streamName("x/a"), d -> d.streamName("x/b")))
            .input()
            .id();
    String id = aws.client.createChannel(ChannelRequests.live("two", input)).channel().id();
    aws.settle();

    var updating =
        aws.client
            .updateChannelClass(c -> c.channelId(id).channelClass(ChannelClass.STANDARD))
            .channel();

    assertThat(updating.state()).isEqualTo(ChannelState.UPDATING);
    aws.settle();
    aws.client.startChannel(c -> c.channelId(id));
    aws.settle();
    var running = aws.client.describeChannel(c -> c.channelId(id));
    assertThat(running.channelClass()).isEqualTo(ChannelClass.STANDARD);
    assertThat(running.pipelinesRunningCount()).isEqualTo(2);
    assertThat(running.egressEndpoints()).hasSize(2);
  }

  @Test
  void aCallThatIsRepeatedAtOnceMakesOneChannel() throws Exception {
    String input = aws.rtmpInput("show").id();
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        callers.submit(
            () ->
                ids.add(
                    aws.client.createChannel(ChannelRequests.live("show", input)).channel().id()));
      }
    }

    assertThat(ids).hasSize(1);
    assertThat(aws.client.listChannels().channels()).hasSize(1);
  }

  @Test
  void anInputStaysAttachedForAWhileAfterItsChannelIsDeleted() {
    String channel = aws.idleChannel("a").id();
    String input =
        aws.client
            .describeChannel(c -> c.channelId(channel))
            .inputAttachments()
            .getFirst()
            .inputId();
    aws.client.deleteChannel(c -> c.channelId(channel));

    aws.pass(Duration.ofMillis(300));
    assertThat(aws.state(channel)).isEqualTo(ChannelState.DELETED);
    assertThat(aws.client.describeInput(i -> i.inputId(input)).state())
        .isEqualTo(InputState.ATTACHED);
    assertThatThrownBy(() -> aws.client.deleteInput(i -> i.inputId(input)))
        .isInstanceOf(ConflictException.class);

    aws.pass(Duration.ofMillis(200));
    assertThat(aws.client.describeInput(i -> i.inputId(input)).state())
        .isEqualTo(InputState.DETACHED);
    aws.client.deleteInput(i -> i.inputId(input));
  }

  @Test
  void aChangedSecurityGroupIsUpdatingForAWhile() {
    String group = aws.group();

    var changed =
        aws.client
            .updateInputSecurityGroup(
                g -> g.inputSecurityGroupId(group).whitelistRules(r -> r.cidr("10.0.0.0/8")))
            .securityGroup();

    assertThat(changed.state()).isEqualTo(InputSecurityGroupState.UPDATING);
    assertThatThrownBy(
            () -> aws.client.deleteInputSecurityGroup(g -> g.inputSecurityGroupId(group)))
        .isInstanceOf(BadRequestException.class);
    aws.settle();
    assertThat(aws.client.describeInputSecurityGroup(g -> g.inputSecurityGroupId(group)).state())
        .isEqualTo(InputSecurityGroupState.IDLE);
  }

  @Test
  void tagsThatAwsKeepsForItselfAreRefused() {
    String arn = aws.idleChannel("a").arn();
    assertThatThrownBy(
            () ->
                aws.client.createTags(
                    t -> t.resourceArn(arn).tags(Map.of("aws:cloudformation", "x"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("reserved");
  }
}
