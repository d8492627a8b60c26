package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.InputLoss;
import onair.awslocal.media.Pull;
import onair.awslocal.media.Push;
import onair.awslocal.media.Thumbnail;
import onair.awslocal.metrics.Metrics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;

/** A channel with two pipelines, several inputs, and outputs that are pushed. */
class PipelinesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;
  private MediaLive aws;
  private String channel;

  @BeforeEach
  void run() throws Exception {
    aws = MediaLive.in(folder);
    String group = aws.group();
    String push =
        aws.client
            .createInput(
                i ->
                    i.type(InputType.RTMP_PUSH)
                        .inputSecurityGroups(group)
                        .destinations(d -> d.streamName("live/a"), d -> d.streamName("live/b")))
            .input()
            .id();
    String srt =
        aws.client
            .createInput(
                i ->
                    i.type(InputType.SRT_CALLER)
                        .srtSettings(
                            s ->
                                s.srtCallerSources(
                                    c ->
                                        c.srtListenerAddress("198.51.100.10")
                                            .srtListenerPort("9000")
                                            .streamId("ev 42")
                                            .minimumLatency(2000)
                                            .decryption(
                                                d ->
                                                    d.algorithm("AES256")
                                                        .passphraseSecretArn(
                                                            "arn:aws:secretsmanager:x:1:secret:"
                                                                + "a-passphrase")),
                                    c ->
                                        c.srtListenerAddress("198.51.100.11")
                                            .srtListenerPort("9001"))))
            .input()
            .id();
    aws.settle();
    CreateChannelRequest request = ChannelRequests.live("show", push);
    channel =
        aws.client
            .createChannel(
                request.toBuilder()
                    .channelClass("STANDARD")
                    .inputAttachments(
                        a ->
                            a.inputId(push)
                                .inputAttachmentName("main")
                                .automaticInputFailoverSettings(
                                    f ->
                                        f.secondaryInputId(srt)
                                            .inputPreference("PRIMARY_INPUT_PREFERRED")
                                            .errorClearTimeMsec(3000)
                                            .failoverConditions(
                                                c ->
                                                    c.failoverConditionSettings(
                                                        s ->
                                                            s.inputLossSettings(
                                                                l ->
                                                                    l.inputLossThresholdMsec(
                                                                        500))))),
                        a -> a.inputId(srt).inputAttachmentName("backup"))
                    .destinations(
                        request.destinations().getFirst(),
                        software.amazon.awssdk.services.medialive.model.OutputDestination.builder()
                            .id("social")
                            .settings(
                                s -> s.url("rtmp://one.example/app").streamName("key-1"),
                                s -> s.url("rtmp://two.example/app").streamName("key-2"))
                            .build())
                    .encoderSettings(pushed(request.encoderSettings()))
                    .build())
            .channel()
            .id();
    aws.settle();
    aws.client.startChannel(c -> c.channelId(channel));
    aws.settle();
  }

  private static EncoderSettings pushed(EncoderSettings settings) {
    return settings.toBuilder()
        .thumbnailConfiguration(t -> t.state("AUTO"))
        .globalConfiguration(
            g ->
                g.inputLossBehavior(
                    l ->
                        l.repeatFrameMsec(0)
                            .blackFrameMsec(500)
                            .inputLossImageType("SLATE")
                            .inputLossImageSlate(i -> i.uri("s3ssl://art/slate.png"))))
        .outputGroups(
            settings.outputGroups().getFirst(),
            OutputGroup.builder()
                .name("social")
                .outputGroupSettings(g -> g.rtmpGroupSettings(r -> {}))
                .outputs(
                    o ->
                        o.outputName("to-social")
                            .videoDescriptionName("v360")
                            .audioDescriptionNames("a1")
                            .outputSettings(
                                s ->
                                    s.rtmpOutputSettings(
                                        r -> r.destination(d -> d.destinationRefId("social")))))
                .build())
        .build();
  }

  @AfterEach
  void close() throws Exception {
    aws.close();
  }

  @Test
  void eachPipelineIsAJobWithItsOwnEndsOfInputsAndOutputs() {
    assertThat(aws.encoders.jobs).containsOnlyKeys(channel, channel + "/1");
    EncoderJob first = aws.encoders.jobs.get(channel);
    EncoderJob second = aws.encoders.jobs.get(channel + "/1");

    assertThat(first.inputs()).extracting(EncoderInput::name).containsExactly("main", "backup");
    assertThat(first.source()).isEqualTo(new IngestPoint("live", "a"));
    assertThat(second.source()).isEqualTo(new IngestPoint("live", "b"));
    assertThat(first.inputs().getFirst().failover())
        .isEqualTo(
            new EncoderInput.Failover(
                "backup", Duration.ofMillis(500), Duration.ofSeconds(3), true));
    assertThat(first.inputs().getLast().source())
        .isInstanceOfSatisfying(
            Pull.class,
            pull -> {
              assertThat(pull.url())
                  .isEqualTo(
                      "srt://198.51.100.10:9000?mode=caller&timeout=5000000&latency=2000000"
                          + "&streamid=ev%2042");
              assertThat(pull.options())
                  .isEqualTo(Map.of("passphrase", "a-passphrase", "pbkeylen", "32", "f", "mpegts"));
              assertThat(pull.toString()).doesNotContain("9000").doesNotContain("passphrase");
            });
    assertThat(first.inputLoss())
        .isEqualTo(
            new InputLoss(Duration.ZERO, Duration.ofMillis(500), 0, "s3ssl://art/slate.png"));
    assertThat(first.pushes())
        .containsExactly(
            new Push(
                "to-social",
                "rtmp://one.example/app/key-1",
                Map.of(),
                Push.Format.FLV,
                "v360",
                List.of("a1"),
                2));
    assertThat(second.pushes())
        .extracting(Push::url)
        .containsExactly("rtmp://two.example/app/key-2");
    assertThat(first.ingestTarget()).isEqualTo(second.ingestTarget());
  }

  @Test
  void alertsAreOfOnePipelineAndARecoveringChannelRunsWithTheOther() {
    aws.encoders.of(channel).firstOutput();
    aws.encoders.of(channel + "/1").firstOutput();
    assertThat(alerts()).isEmpty();

    aws.encoders.of(channel + "/1").pipelineFailed("ffmpeg ended with 1");
    assertThat(alerts()).containsExactly("1 Pipeline Failed");
    var described = aws.client.describeChannel(c -> c.channelId(channel));
    assertThat(described.state()).isEqualTo(ChannelState.RECOVERING);
    assertThat(described.pipelinesRunningCount()).isEqualTo(1);
    aws.encoders.of(channel).firstOutput();
    assertThat(aws.state(channel)).isEqualTo(ChannelState.RECOVERING);
    aws.encoders.of(channel + "/1").firstOutput();
    assertThat(aws.state(channel)).isEqualTo(ChannelState.RUNNING);
  }

  @Test
  void aPipelineThatIsRestartedLeavesTheOtherAlone() {
    EncoderHealth well = new EncoderHealth(true, true, 0, 0, 0, 0);
    aws.encoders.health.put(channel, well);
    aws.encoders.health.put(channel + "/1", well);
    aws.encoders.of(channel).firstOutput();
    aws.encoders.of(channel + "/1").firstOutput();

    aws.client.restartChannelPipelines(
        c -> c.channelId(channel).pipelineIdsWithStrings("PIPELINE_1"));

    assertThat(aws.state(channel)).isEqualTo(ChannelState.RECOVERING);
    assertThat(aws.encoders.stopped).containsExactly(channel + "/1");
    assertThat(aws.encoders.jobs).containsOnlyKeys(channel);
    aws.settle();
    assertThat(aws.state(channel)).isEqualTo(ChannelState.RUNNING);
    assertThat(aws.encoders.jobs).containsKeys(channel, channel + "/1");
    assertThat(alerts()).containsExactly("1 Video Not Detected");
  }

  @Test
  void anUnreachableTargetIsAnAlertOfItsOutputUntilItDelivers() {
    aws.encoders.of(channel).firstOutput();
    aws.encoders.of(channel + "/1").firstOutput();

    aws.encoders.of(channel).pushLost("to-social", "Connection refused");
    aws.encoders.of(channel).pushLost("other", "Connection refused");

    assertThat(aws.client.listAlerts(a -> a.channelId(channel)).alerts())
        .extracting(ChannelAlert::message)
        .containsExactlyInAnyOrder(
            "Output to-social: Connection refused", "Output other: Connection refused");
    assertThat(aws.state(channel)).isEqualTo(ChannelState.RUNNING);
    aws.encoders.of(channel).pushConnected("to-social");
    assertThat(alerts()).containsExactly("0 Failed to Create Output File or Socket");
  }

  @Test
  void placesThatNothingCanBePushedToAreRefused() {
    var described = aws.client.describeChannel(c -> c.channelId(channel));
    aws.client.stopChannel(c -> c.channelId(channel));
    aws.settle();

    assertThatThrownBy(
            () ->
                aws.client.updateChannel(
                    c ->
                        c.channelId(channel)
                            .destinations(
                                described.destinations().getFirst(),
                                described.destinations().getLast().toBuilder()
                                    .settings(
                                        s -> s.url("https://one.example/app").streamName("key"),
                                        s -> s.url("rtmp://two.example/app"))
                                    .build())))
        .isInstanceOf(UnprocessableEntityException.class)
        .hasMessageContaining("needs rtmp:// or rtmps://")
        .hasMessageContaining("needs a stream name");
  }

  @Test
  void onlyTheWebS3AndRtmpArePulledFrom() {
    for (String url : List.of("file:///etc/passwd", "concat:a|b", "/etc/passwd", "rtmp://a/b")) {
      assertThatThrownBy(
              () ->
                  aws.client.createInput(i -> i.type(InputType.MP4_FILE).sources(s -> s.url(url))))
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("must begin with");
    }
    assertThatThrownBy(
            () ->
                aws.client.createInput(
                    i -> i.type(InputType.RTMP_PULL).sources(s -> s.url("http://a/b"))))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void thumbnailsAreOfEachPipelineOfAChannelThatRuns() {
    byte[] jpeg = {1, 2, 3};
    aws.encoders.thumbnails.put(channel + "/1", new Thumbnail(jpeg, NOON));

    var detail =
        aws.client
            .describeThumbnails(
                t -> t.channelId(channel).pipelineId("1").thumbnailType("CURRENT_ACTIVE"))
            .thumbnailDetails()
            .getFirst();
    assertThat(detail.pipelineId()).isEqualTo("1");
    assertThat(detail.thumbnails().getFirst().body())
        .isEqualTo(Base64.getEncoder().encodeToString(jpeg));
    assertThat(detail.thumbnails().getFirst().timeStamp()).isEqualTo(NOON);
    assertThat(
            aws.client
                .describeThumbnails(
                    t -> t.channelId(channel).pipelineId("0").thumbnailType("CURRENT_ACTIVE"))
                .thumbnailDetails()
                .getFirst()
                .thumbnails())
        .isEmpty();
    assertThatThrownBy(
            () ->
                aws.client.describeThumbnails(
                    t -> t.channelId(channel).pipelineId("2").thumbnailType("CURRENT_ACTIVE")))
        .isInstanceOf(BadRequestException.class);
    aws.client.stopChannel(c -> c.channelId(channel));
    aws.settle();
    assertThatThrownBy(
            () ->
                aws.client.describeThumbnails(
                    t -> t.channelId(channel).pipelineId("0").thumbnailType("CURRENT_ACTIVE")))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void eachPipelineIsMeasuredAndSaysWhatItLostAndFilled() {
    var metrics = new Metrics(() -> NOON);
    aws.encoders.health.put(
        channel + "/1", new EncoderHealth("main", true, true, 0, 0, 0, 0, 1000, 400));
    aws.backend.measure(metrics, NOON);
    aws.encoders.health.put(
        channel + "/1", new EncoderHealth("backup", true, true, 0, 0, 0, 0, 3000, 1900));
    aws.backend.measure(metrics, NOON.plusSeconds(10));

    assertThat(sum(metrics, "InputLossSeconds")).isEqualTo(2.0);
    assertThat(sum(metrics, "FillMsec")).isEqualTo(1500.0);
    assertThat(sum(metrics, "PrimaryInputActive")).as("the second is no primary").isEqualTo(1.0);
  }

  private double sum(Metrics metrics, String name) {
    return metrics.totals().stream()
        .filter(reading -> reading.metric().name().equals(name))
        .filter(
            reading ->
                reading.metric().dimensions().equals(Map.of("ChannelId", channel, "Pipeline", "1")))
        .mapToDouble(reading -> reading.total().sum())
        .sum();
  }

  private List<String> alerts() {
    return aws.client.listAlerts(a -> a.channelId(channel)).alerts().stream()
        .map(alert -> alert.pipelineId() + " " + alert.alertType())
        .toList();
  }
}
