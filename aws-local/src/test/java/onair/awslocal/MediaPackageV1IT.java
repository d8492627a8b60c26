package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackage.model.AdMarkers;
import software.amazon.awssdk.services.mediapackage.model.Status;
import software.amazon.awssdk.services.s3.S3Client;

/** Real video from MediaLive to the first MediaPackage, played as HLS and as DASH. */
class MediaPackageV1IT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private AwsLocal aws;
  private MediaLiveClient mediaLive;
  private MediaPackageClient mediaPackage;
  private @Nullable Process publisher;

  @BeforeEach
  void start() {
    aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
    mediaLive = client(MediaLiveClient.builder());
    mediaPackage = client(MediaPackageClient.builder());
  }

  @AfterEach
  void stop() {
    if (publisher != null) {
      publisher.destroyForcibly();
    }
    mediaLive.close();
    mediaPackage.close();
    aws.close();
  }

  @Test
  void broadcastPlaysAsHlsAndDashAndItsBreaksAreCues() throws Exception {
    mediaPackage.createChannel(c -> c.id("show"));
    URI hls =
        URI.create(
            mediaPackage
                .createOriginEndpoint(
                    e ->
                        e.channelId("show")
                            .id("hls")
                            .startoverWindowSeconds(3600)
                            .hlsPackage(
                                p ->
                                    p.segmentDurationSeconds(1)
                                        .adMarkers(AdMarkers.SCTE35_ENHANCED)))
                .url());
    URI dash =
        URI.create(
            mediaPackage
                .createOriginEndpoint(
                    e ->
                        e.channelId("show")
                            .id("dash")
                            .dashPackage(p -> p.segmentDurationSeconds(1)))
                .url());
    String channel = runningChannel();

    publisher = publish();
    await().atMost(PATIENCE).until(() -> get(hls).startsWith("HTTP/1.1 200"));
    assertThat(decodedFrames(hls, "0:v:0")).isGreaterThan(20);
    assertThat(decodedFrames(hls, "0:a:0")).isGreaterThan(50);
    assertThat(decodedFrames(dash, "0:v:0")).isGreaterThan(20);

    mediaLive.batchUpdateSchedule(
        s ->
            s.channelId(channel)
                .creates(
                    c ->
                        c.scheduleActions(
                            a ->
                                a.actionName("ad-1")
                                    .scheduleActionStartSettings(
                                        t -> t.immediateModeScheduleActionStartSettings(i -> {}))
                                    .scheduleActionSettings(
                                        t ->
                                            t.scte35SpliceInsertSettings(
                                                i -> i.spliceEventId(1L).duration(180_000L))))));
    URI media = hls.resolve("index_v180.m3u8");
    await().atMost(PATIENCE).until(() -> get(media).contains("#EXT-X-CUE-IN"));
    assertThat(get(media)).contains("#EXT-X-CUE-OUT:2.000\n");
    harvest(Instant.now().minusSeconds(6), Instant.now().minusSeconds(2));
  }

  private void harvest(Instant start, Instant end) {
    try (S3Client s3 = client(S3Client.builder())) {
      s3.createBucket(b -> b.bucket("vod"));
      mediaPackage.createHarvestJob(
          j ->
              j.id("clip")
                  .originEndpointId("hls")
                  .startTime(start.toString())
                  .endTime(end.toString())
                  .s3Destination(
                      d ->
                          d.bucketName("vod")
                              .manifestKey("show/clip.m3u8")
                              .roleArn("arn:aws:iam::111122223333:role/HarvestToS3")));
      await()
          .atMost(PATIENCE)
          .until(
              () -> mediaPackage.describeHarvestJob(j -> j.id("clip")).status(),
              status -> status == Status.SUCCEEDED);
      String main = text(s3, "show/clip.m3u8");
      assertThat(main).contains("clip_v180.m3u8");
      String pictures = text(s3, "show/clip_v180.m3u8");
      assertThat(pictures).contains("#EXT-X-ENDLIST");
      List<String> segments = pictures.lines().filter(line -> !line.startsWith("#")).toList();
      assertThat(segments).hasSizeBetween(3, 5);
      segments.forEach(
          segment ->
              assertThat(s3.headObject(h -> h.bucket("vod").key("show/" + segment)).contentLength())
                  .isPositive());
    }
  }

  private static String text(S3Client s3, String key) {
    return s3.getObjectAsBytes(g -> g.bucket("vod").key(key)).asUtf8String();
  }

  private String runningChannel() {
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
                        .destinations(d -> d.streamName("live/show")))
            .input()
            .id();
    String channel = mediaLive.createChannel(channel(input)).channel().id();
    await().atMost(PATIENCE).until(() -> state(channel) == ChannelState.IDLE);
    mediaLive.startChannel(c -> c.channelId(channel));
    await().atMost(PATIENCE).until(() -> state(channel) == ChannelState.RUNNING);
    return channel;
  }

  private ChannelState state(String channel) {
    return mediaLive.describeChannel(c -> c.channelId(channel)).state();
  }

  /** As AWS has it for this version: picture and sound in one output. */
  private static CreateChannelRequest channel(String input) {
    return CreateChannelRequest.builder()
        .name("show")
        .channelClass("SINGLE_PIPELINE")
        .inputSpecification(s -> s.codec("AVC"))
        .inputAttachments(a -> a.inputId(input))
        .destinations(d -> d.id("mp").mediaPackageSettings(m -> m.channelId("show")))
        .encoderSettings(
            e ->
                e.timecodeConfig(t -> t.source("SYSTEMCLOCK"))
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
                    .outputGroups(
                        g ->
                            g.outputGroupSettings(
                                    s ->
                                        s.mediaPackageGroupSettings(
                                            m -> m.destination(d -> d.destinationRefId("mp"))))
                                .outputs(
                                    o ->
                                        o.outputName("o180")
                                            .videoDescriptionName("v180")
                                            .audioDescriptionNames("a1")
                                            .outputSettings(
                                                s -> s.mediaPackageOutputSettings(m -> {})))))
        .build();
  }

  private Process publish() throws Exception {
    return new ProcessBuilder(
            ("ffmpeg -nostdin -hide_banner -loglevel error -re -f lavfi -i"
                    + " testsrc2=size=320x180:rate=15 -f lavfi -i"
                    + " sine=frequency=440:sample_rate=48000 -c:v libx264 -preset ultrafast"
                    + " -pix_fmt yuv420p -g 15 -c:a aac -f flv "
                    + aws.ingest()
                    + "/live/show")
                .split(" "))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Head and body, asked for at the API's port under the origin's own name. */
  private String get(URI url) throws Exception {
    try (Socket socket = new Socket(aws.endpoint().getHost(), aws.endpoint().getPort())) {
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(url.getPath(), url.getHost());
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Pictures or sound packets that a real player decodes from two seconds of the stream. */
  private long decodedFrames(URI url, String stream) throws Exception {
    Process player =
        new ProcessBuilder(
                List.of(
                    "ffmpeg",
                    "-nostdin",
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-headers",
                    "Host: " + url.getHost() + "\r\n",
                    "-i",
                    aws.endpoint() + url.getPath(),
                    "-map",
                    stream,
                    "-t",
                    "2",
                    "-f",
                    "framecrc",
                    "-"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = player.inputReader()) {
      return lines.lines().filter(line -> !line.startsWith("#")).count();
    } finally {
      player.destroyForcibly();
    }
  }

  private <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(aws.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
