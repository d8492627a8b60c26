package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * A broadcast as a platform runs it, through nothing but AWS's own APIs: encoder in by RTMP, player
 * out through the CDN, and a restart of aws-local in between.
 */
class LiveBroadcastIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable AwsLocal aws;
  private @Nullable Broadcast broadcast;

  @AfterEach
  void stop() {
    if (broadcast != null) {
      broadcast.close();
    }
    if (aws != null) {
      aws.close();
    }
  }

  private void start() {
    aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
    broadcast = new Broadcast(aws);
  }

  @Test
  void aPublisherIsSeenThroughTheCdnAlsoAfterARestart() throws Exception {
    start();
    broadcast.create();
    broadcast.start();
    await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);
    assertThat(setAlerts()).containsExactly("Video Not Detected");

    Process publisher = broadcast.publish();
    await().atMost(PATIENCE).until(() -> setAlerts().isEmpty());
    await().atMost(PATIENCE).until(() -> status("index.m3u8") == 200);
    assertThat(body("index.m3u8")).contains("#EXTM3U", "RESOLUTION=320x180");
    assertThat(body("index.mpd")).contains("<MPD");
    assertThat(decodedFrames("index.m3u8")).isGreaterThan(10);
    assertThat(decodedFrames("index.mpd")).isGreaterThan(10);
    assertThat(directStatus()).isEqualTo(403);
    assertThat(broadcast.eventStates()).contains("CREATED", "STARTING", "RUNNING");

    publisher.destroyForcibly();
    await().atMost(PATIENCE).until(() -> !setAlerts().isEmpty());
    broadcast.close();
    aws.close();
    assertThat(ProcessHandle.current().children()).noneMatch(LiveBroadcastIT::isFfmpeg);

    String channel = broadcast.channelId();
    start();
    broadcast.find();
    assertThat(broadcast.channelId()).isEqualTo(channel);
    await().atMost(PATIENCE).until(() -> broadcast.state() == ChannelState.RUNNING);
    broadcast.publish();
    await().atMost(PATIENCE).until(() -> setAlerts().isEmpty());
    await().atMost(PATIENCE).until(() -> status("index.m3u8") == 200);
    assertThat(decodedFrames("index.m3u8")).isGreaterThan(10);

    broadcast.remove();
    assertThat(broadcast.leftovers()).isEmpty();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ProcessHandle.current().children())
                    .noneMatch(LiveBroadcastIT::isFfmpeg));
  }

  private List<String> setAlerts() {
    return broadcast.alerts().stream().map(ChannelAlert::alertType).toList();
  }

  private URI viewer(String file) {
    return aws.edge().resolve(broadcast.path() + file);
  }

  private int status(String file) throws Exception {
    return get(HttpRequest.newBuilder(viewer(file))).statusCode();
  }

  private String body(String file) throws Exception {
    return get(HttpRequest.newBuilder(viewer(file))).body();
  }

  /** What a viewer gets who knows the origin and goes around the CDN. */
  private int directStatus() throws Exception {
    try (Socket socket = new Socket(aws.endpoint().getHost(), aws.endpoint().getPort())) {
      String request =
          "GET %sindex.m3u8 HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(broadcast.path(), broadcast.egressDomain());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  private HttpResponse<String> get(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Pictures that a real player decodes from two seconds of the stream. */
  private long decodedFrames(String file) throws Exception {
    Process player =
        new ProcessBuilder(
                List.of(
                    "ffmpeg",
                    "-nostdin",
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-i",
                    viewer(file).toString(),
                    "-map",
                    "0:v:0",
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

  private static boolean isFfmpeg(ProcessHandle process) {
    return process.isAlive() && process.info().command().orElse("").contains("ffmpeg");
  }
}
