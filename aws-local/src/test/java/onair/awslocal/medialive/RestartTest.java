package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import onair.awslocal.media.IngestPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

/** What a process that was ended at any moment leaves to the next one over the same folder. */
class RestartTest {

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

  /** Another process, as much later. */
  private void restart(Duration later) throws Exception {
    aws.close();
    aws = MediaLive.at(folder, aws.instant().plus(later));
    aws.pass(Duration.ZERO);
  }

  @Test
  void aRunningChannelEncodesAgainAndItsInputIsOpen() throws Exception {
    String id = aws.runningChannel("show").id();
    var job = aws.encoders.jobs.get(id);
    aws.encoders.of(id).firstOutput();

    restart(Duration.ofSeconds(1));

    assertThat(aws.encoders.open).containsExactly(new IngestPoint("live", "show"));
    assertThat(aws.encoders.jobs).containsOnlyKeys(id).containsValue(job);
    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(aws.events.states()).isEmpty();
    assertThat(aws.events.alerts()).containsExactly("SET Video Not Detected");
    aws.encoders.of(id).firstOutput();
    assertThat(aws.client.listAlerts(a -> a.channelId(id)).alerts()).isEmpty();
  }

  @Test
  void aRecoveringChannelRunsAgain() throws Exception {
    String id = aws.runningChannel("show").id();
    aws.encoders.of(id).pipelineFailed("ffmpeg ended with 1");

    restart(Duration.ZERO);

    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(aws.client.listAlerts(a -> a.channelId(id)).alerts())
        .extracting(ChannelAlert::alertType)
        .containsExactly("Video Not Detected");
  }

  @Test
  void aChannelThatFindsTheMachineFullGoesToIdle() throws Exception {
    String id = aws.runningChannel("show").id();
    aws.close();
    aws = MediaLive.fullAt(folder, aws.instant());

    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);
    assertThat(aws.client.listAlerts(a -> a.channelId(id)).alerts())
        .extracting(ChannelAlert::alertType)
        .containsExactly("Start Refused");
  }

  @Test
  void pendingChangesAreDueWhenTheyWereDue() throws Exception {
    String input = aws.rtmpInput("show").id();
    String id = aws.client.createChannel(ChannelRequests.live("show", input)).channel().id();

    restart(Duration.ofMillis(499));
    assertThat(aws.state(id)).isEqualTo(ChannelState.CREATING);
    aws.pass(Duration.ofMillis(1));
    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);

    aws.client.startChannel(c -> c.channelId(id));
    restart(Duration.ofMinutes(1));
    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(aws.encoders.jobs).containsOnlyKeys(id);

    aws.client.stopChannel(c -> c.channelId(id));
    restart(Duration.ofMinutes(1));
    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);
    assertThat(aws.encoders.jobs).isEmpty();

    aws.client.deleteChannel(c -> c.channelId(id));
    restart(Duration.ofMinutes(1));
    assertThat(aws.state(id)).isEqualTo(ChannelState.DELETED);
    restart(Duration.ofMinutes(5));
    assertThatThrownBy(() -> aws.state(id)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void anInputThatWasBeingDeletedIsGone() throws Exception {
    String input = aws.rtmpInput("show").id();
    aws.client.deleteInput(i -> i.inputId(input));

    restart(Duration.ofSeconds(1));

    assertThat(aws.client.describeInput(i -> i.inputId(input)).state())
        .isEqualTo(InputState.DELETED);
    assertThat(aws.encoders.open).isEmpty();
  }

  @Test
  void whatIsDescribedIsTheSameBeforeAndAfter() throws Exception {
    Channel channel = aws.idleChannel("show");
    var before = aws.client.describeChannel(c -> c.channelId(channel.id()));
    var input = aws.client.listInputs().inputs();
    var groups = aws.client.listInputSecurityGroups().inputSecurityGroups();

    restart(Duration.ZERO);

    assertThat(aws.client.describeChannel(c -> c.channelId(channel.id())).equalsBySdkFields(before))
        .isTrue();
    assertThat(aws.client.listInputs().inputs()).isEqualTo(input);
    assertThat(aws.client.listInputSecurityGroups().inputSecurityGroups()).isEqualTo(groups);
  }

  @Test
  void requestIdsAreRemembered() throws Exception {
    var request = ChannelRequests.live("show", aws.rtmpInput("show").id());
    String id = aws.client.createChannel(request).channel().id();

    restart(Duration.ZERO);

    assertThat(aws.client.createChannel(request).channel().id()).isEqualTo(id);
  }
}
