package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastore.model.Container;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A broadcast that MediaLive writes as HLS to S3 and to MediaStore, watched by a real player. */
class HlsToObjectsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String STREAM = "live/k3x9-secret";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*",
       "Action": "%s:GetObject", "Resource": "%s/*"}}
      """;

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();
  private AwsLocal aws;
  private MediaLiveClient mediaLive;
  private S3Client s3;
  private String containerHost = "";
  private String channelId = "";

  @BeforeEach
  void start() {
    aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
    mediaLive = LocalApi.client(MediaLiveClient.builder(), aws.endpoint());
    s3 = LocalApi.client(S3Client.builder(), aws.endpoint());
    s3.createBucket(b -> b.bucket("live"));
    s3.putBucketPolicy(p -> p.bucket("live").policy(POLICY.formatted("s3", "arn:aws:s3:::live")));
    containerHost = container();
  }

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    s3.close();
    mediaLive.close();
    aws.close();
  }

  @Test
  void aBroadcastPlaysFromTheBucketAndFromTheContainerAndGoesOnBehindABreak() throws Exception {
    channel();
    mediaLive.startChannel(c -> c.channelId(channelId));
    await().atMost(PATIENCE).until(() -> state() == ChannelState.RUNNING);
    Process publisher = publish();
    await().atMost(PATIENCE).until(() -> keys("_v").size() >= 3);

    String playlist = text("live-s3/ch/index_v.m3u8");
    assertThat(playlist)
        .contains("#EXT-X-MAP:URI=\"index_v_init_", "#EXT-X-PROGRAM-DATE-TIME:", "index_v_");
    assertThat(text("live-s3/ch/index.m3u8"))
        .contains("RESOLUTION=320x180", "index_v.m3u8", "URI=\"index_a.m3u8\"");
    assertThat(s3.headObject(h -> h.bucket("live").key("live-s3/ch/index_v.m3u8")).cacheControl())
        .isEqualTo("max-age=1");
    assertThat(frames(aws.endpoint() + "/live/live-s3/ch/index.m3u8", "127.0.0.1", "0:v:0"))
        .isGreaterThan(10);
    assertThat(frames(aws.endpoint() + "/live/live-s3/ch/index.m3u8", "127.0.0.1", "0:a:0"))
        .isGreaterThan(10);
    assertThat(frames(aws.endpoint() + "/live-ms/ch/index.m3u8", containerHost, "0:v:0"))
        .isGreaterThan(10);

    publisher.destroyForcibly();
    publish();
    await()
        .atMost(PATIENCE)
        .until(() -> text("live-s3/ch/index_v.m3u8").contains("#EXT-X-DISCONTINUITY\n"));
    await().atMost(PATIENCE).until(() -> keys("_v").size() >= 6);
    await()
        .atMost(PATIENCE)
        .until(() -> !text("live-s3/ch/index_v.m3u8").contains("#EXT-X-DISCONTINUITY\n"));
    assertThat(keys("_v_init_")).as("of the run that has left").hasSizeLessThanOrEqualTo(2);
    assertThat(keys("_v").stream().filter(key -> !key.contains("init")))
        .as("kept")
        .hasSizeLessThanOrEqualTo(7);
    for (String line : text("live-s3/ch/index_v.m3u8").lines().toList()) {
      if (!line.startsWith("#")) {
        assertThat(keys("_v")).contains("live-s3/ch/" + line);
      }
    }

    mediaLive.stopChannel(c -> c.channelId(channelId));
    await().atMost(PATIENCE).until(() -> state() == ChannelState.IDLE);
  }

  private ChannelState state() {
    return mediaLive.describeChannel(c -> c.channelId(channelId)).state();
  }

  /** Media files of the bucket whose names have this. */
  private List<String> keys(String part) {
    return s3.listObjectsV2Paginator(l -> l.bucket("live")).contents().stream()
        .map(S3Object::key)
        .filter(key -> key.contains(part) && key.endsWith(".mp4"))
        .toList();
  }

  private String text(String key) {
    return s3.getObjectAsBytes(g -> g.bucket("live").key(key)).asUtf8String();
  }

  private String container() {
    try (MediaStoreClient client = LocalApi.client(MediaStoreClient.builder(), aws.endpoint())) {
      client.createContainer(c -> c.containerName("live"));
      Container container =
          await()
              .until(
                  () -> client.describeContainer(d -> d.containerName("live")).container(),
                  made -> made.status() == ContainerStatus.ACTIVE);
      client.putContainerPolicy(
          p -> p.containerName("live").policy(POLICY.formatted("mediastore", container.arn())));
      String path = URI.create(container.endpoint()).getPath();
      return path.substring(path.lastIndexOf('/') + 1) + ".data.mediastore.eu-west-1.amazonaws.com";
    }
  }

  private void channel() {
    String group =
        mediaLive
            .createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("0.0.0.0/0")))
            .securityGroup()
            .id();
    String input =
        mediaLive
            .createInput(
                i ->
                    i.type("RTMP_PUSH")
                        .inputSecurityGroups(group)
                        .destinations(d -> d.streamName(STREAM)))
            .input()
            .id();
    channelId =
        mediaLive
            .createChannel(
                c ->
                    c.name("show")
                        .channelClass("SINGLE_PIPELINE")
                        .inputSpecification(s -> s.codec("AVC"))
                        .inputAttachments(a -> a.inputId(input))
                        .destinations(
                            d -> d.id("s3").settings(s -> s.url("s3ssl://live/live-s3/ch/index")),
                            d ->
                                d.id("ms")
                                    .settings(
                                        s ->
                                            s.url(
                                                "mediastoressl://"
                                                    + containerHost
                                                    + "/live-ms/ch/index")))
                        .encoderSettings(encoder()))
            .channel()
            .id();
    await().atMost(PATIENCE).until(() -> state() == ChannelState.IDLE);
  }

  private static EncoderSettings encoder() {
    return EncoderSettings.builder()
        .timecodeConfig(t -> t.source("SYSTEMCLOCK"))
        .videoDescriptions(
            v ->
                v.name("v180")
                    .width(320)
                    .height(180)
                    .codecSettings(
                        s ->
                            s.h264Settings(
                                h ->
                                    h.bitrate(300_000)
                                        .gopSize(1.0)
                                        .gopSizeUnits("SECONDS")
                                        .framerateControl("SPECIFIED")
                                        .framerateNumerator(15)
                                        .framerateDenominator(1))))
        .audioDescriptions(
            a ->
                a.name("a1")
                    .audioSelectorName("default")
                    .codecSettings(s -> s.aacSettings(x -> x.bitrate(64_000.0))))
        .outputGroups(group("s3"), group("ms"))
        .build();
  }

  private static OutputGroup group(String destination) {
    return OutputGroup.builder()
        .name(destination)
        .outputGroupSettings(
            s ->
                s.hlsGroupSettings(
                    h ->
                        h.destination(d -> d.destinationRefId(destination))
                            .segmentLength(1)
                            .indexNSegments(5)
                            .keepSegments(7)))
        .outputs(
            Output.builder()
                .outputName(destination + "-v")
                .videoDescriptionName("v180")
                .outputSettings(
                    s ->
                        s.hlsOutputSettings(
                            h ->
                                h.nameModifier("_v")
                                    .hlsSettings(
                                        x -> x.fmp4HlsSettings(f -> f.audioRenditionSets("aud")))))
                .build(),
            Output.builder()
                .outputName(destination + "-a")
                .audioDescriptionNames("a1")
                .outputSettings(
                    s ->
                        s.hlsOutputSettings(
                            h ->
                                h.nameModifier("_a")
                                    .hlsSettings(
                                        x ->
                                            x.audioOnlyHlsSettings(
                                                f -> f.audioGroupId("aud").segmentType("FMP4")))))
                .build())
        .build();
  }

  /** A test card with a tone, pushed in real time until it is killed. */
  private Process publish() throws Exception {
    return run(
        "ffmpeg -nostdin -hide_banner -loglevel error -re -f lavfi"
            + " -i testsrc2=size=320x180:rate=15 -f lavfi -i sine=frequency=440:sample_rate=48000"
            + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 15 -c:a aac -f flv "
            + aws.ingest()
            + "/"
            + STREAM);
  }

  /** What a player decodes of two seconds. */
  private long frames(String playlist, String host, String stream) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "error"));
    command.addAll(List.of("-headers", "Host: " + host + "\r\n", "-i", playlist));
    command.addAll(List.of("-map", stream, "-t", "2", "-f", "framecrc", "-"));
    Process player =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    processes.add(player);
    try (var lines = player.inputReader()) {
      return lines.lines().filter(line -> !line.startsWith("#")).count();
    }
  }

  private Process run(String command) throws Exception {
    Process process =
        new ProcessBuilder(command.split(" "))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    processes.add(process);
    return process;
  }
}
