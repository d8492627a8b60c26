package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelAlertState;
import software.amazon.awssdk.services.medialive.model.ChannelState;

class ChannelAlertTest {

  private static final String VIDEO = "Video Not Detected";

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

  private List<String> set(String id) {
    return aws.client.listAlerts(a -> a.channelId(id).stateFilter("SET")).alerts().stream()
        .map(ChannelAlert::alertType)
        .toList();
  }

  @Test
  void aChannelThatRunsWithoutInputSaysSoUntilTheFirstOutput() {
    String id = aws.runningChannel("show").id();

    assertThat(set(id)).containsExactly(VIDEO);
    aws.encoders.of(id).inputConnected();
    assertThat(set(id)).containsExactly(VIDEO);
    aws.encoders.of(id).firstOutput();
    assertThat(set(id)).isEmpty();
    aws.encoders.of(id).inputLost();
    assertThat(set(id)).containsExactly(VIDEO);
    assertThat(aws.events.alerts())
        .containsExactly("SET " + VIDEO, "CLEARED " + VIDEO, "SET " + VIDEO);
  }

  @Test
  void anAlertEventNamesTheAlertItsPipelineAndTheChannel() {
    String id = aws.runningChannel("show").id();
    ChannelAlert alert = aws.client.listAlerts(a -> a.channelId(id)).alerts().getFirst();

    var event =
        aws.events.all.stream()
            .filter(e -> e.detailType().equals("MediaLive Channel Alert"))
            .findFirst()
            .orElseThrow();

    assertThat(event.source()).isEqualTo("aws.medialive");
    assertThat(event.text("alarm_id")).isEqualTo(alert.id());
    assertThat(event.text("alarm_state")).isEqualTo("SET");
    assertThat(event.text("alert_type")).isEqualTo(VIDEO);
    assertThat(event.text("pipeline")).isEqualTo("0");
    assertThat(event.text("message")).isEqualTo(alert.message());
    assertThat(event.resources()).containsExactly(event.text("channel_arn"));
  }

  @Test
  void aPublisherThatIsThereBeforeTheStartLeavesNoAlert() {
    aws.encoders.publisherIsThere = true;

    String id = aws.runningChannel("show").id();

    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(set(id)).isEmpty();
  }

  @Test
  void aFailedPipelineRecoversWithTheNextOutput() {
    String id = aws.runningChannel("show").id();
    aws.encoders.of(id).firstOutput();

    aws.encoders.of(id).pipelineFailed("ffmpeg ended with 1");
    aws.encoders.of(id).pipelineFailed("ffmpeg ended with 1");

    assertThat(aws.state(id)).isEqualTo(ChannelState.RECOVERING);
    assertThat(aws.client.describeChannel(c -> c.channelId(id)).pipelinesRunningCount()).isZero();
    assertThat(set(id)).containsExactly("Pipeline Failed");

    aws.encoders.of(id).firstOutput();
    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(set(id)).isEmpty();
    assertThat(aws.events.states()).endsWith("RUNNING", "RECOVERING", "RUNNING");
  }

  @Test
  void aFailedPipelineWhosePublisherLeavesWaitsForTheNext() {
    String id = aws.runningChannel("show").id();
    aws.encoders.of(id).firstOutput();
    aws.encoders.of(id).pipelineFailed("no keyframe");

    aws.encoders.of(id).inputLost();

    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(set(id)).containsExactly(VIDEO);
  }

  @Test
  void aRecoveringChannelCanBeStopped() {
    String id = aws.runningChannel("show").id();
    aws.encoders.of(id).pipelineFailed("ffmpeg ended with 1");

    aws.client.stopChannel(c -> c.channelId(id));
    aws.settle();

    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);
    assertThat(set(id)).isEmpty();
  }

  @Test
  void aFullMachineSendsTheChannelBackToIdleAndSaysWhy() {
    aws.encoders.full = true;
    String id = aws.runningChannel("show").id();

    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);
    assertThat(aws.events.states()).endsWith("STARTING", "STOPPED");
    assertThat(aws.client.listAlerts(a -> a.channelId(id)).alerts())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.alertType()).isEqualTo("Start Refused");
              assertThat(alert.message()).isEqualTo("this machine encodes 0 channels at a time");
            });

    aws.encoders.full = false;
    aws.client.startChannel(c -> c.channelId(id));
    aws.settle();
    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    assertThat(set(id)).containsExactly(VIDEO);
  }

  @Test
  void stoppingClearsEveryAlertAndWhatComesLaterCountsNoMore() {
    String id = aws.runningChannel("show").id();
    aws.client.stopChannel(c -> c.channelId(id));
    aws.encoders.of(id).pipelineFailed("killed");
    aws.settle();
    aws.encoders.of(id).inputLost();

    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);
    assertThat(set(id)).isEmpty();
    assertThat(aws.events.alerts()).containsExactly("SET " + VIDEO, "CLEARED " + VIDEO);
  }

  @Test
  void alertsAreListedByStateNewestFirstInPages() {
    String id = aws.runningChannel("show").id();
    for (int i = 0; i < 3; i++) {
      aws.pass(Duration.ofSeconds(1));
      aws.encoders.of(id).firstOutput();
      aws.pass(Duration.ofSeconds(1));
      aws.encoders.of(id).inputLost();
    }

    assertThat(aws.client.listAlerts(a -> a.channelId(id).stateFilter("CLEARED")).alerts())
        .hasSize(3)
        .allSatisfy(a -> assertThat(a.clearedTimestamp()).isAfter(a.setTimestamp()));
    List<ChannelAlert> all =
        aws
            .client
            .listAlertsPaginator(a -> a.channelId(id).stateFilter("ALL").maxResults(1))
            .alerts()
            .stream()
            .toList();
    assertThat(all)
        .hasSize(4)
        .isSortedAccordingTo(Comparator.comparing(ChannelAlert::setTimestamp).reversed());
    assertThat(all.getFirst().state()).isEqualTo(ChannelAlertState.SET);
  }

  @Test
  void oldClearedAlertsAreForgottenAndSetOnesNever() {
    String id = aws.runningChannel("show").id();
    for (int i = 0; i < 80; i++) {
      aws.encoders.of(id).firstOutput();
      aws.encoders.of(id).inputLost();
    }

    assertThat(aws.client.listAlertsPaginator(a -> a.channelId(id).stateFilter("ALL")).alerts())
        .hasSize(50);
    assertThat(set(id)).containsExactly(VIDEO);
  }
}
