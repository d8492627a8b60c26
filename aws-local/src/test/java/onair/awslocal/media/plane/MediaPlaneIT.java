package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import onair.awslocal.media.AdmissionRefused;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real video through the whole plane. */
class MediaPlaneIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String VIDEO = "index_180p.m3u8";

  @TempDir Path folder;
  private Studio studio;
  private Player player;

  @BeforeEach
  void openStudio() throws Exception {
    studio = Studio.open(folder);
    player = studio.player();
  }

  @AfterEach
  void closeStudio() throws Exception {
    studio.close();
    assertThat(studio.encoderProcesses()).isEmpty();
  }

  @Test
  void everyRenditionPlaysAsHlsAndAsDash() throws Exception {
    RecordedEvents events = studio.startChannel();
    assertThat(player.get("index.m3u8").statusCode()).isEqualTo(404);

    studio.publish();
    awaitSegments(1);

    assertThat(events.all).containsExactly("inputConnected", "firstOutput");
    assertThat(studio.plane.encoders().health("1234567", 0))
        .hasValueSatisfying(
            health -> {
              assertThat(health.connected()).isTrue();
              assertThat(health.producing()).isTrue();
              assertThat(health.framesIn()).isGreaterThan(15);
              assertThat(health.bytesIn()).isGreaterThan(1000);
              assertThat(health.bytesOut()).isGreaterThan(1000);
              assertThat(health.droppedFrames()).isZero();
            });
    assertThat(studio.plane.origin().received(Studio.TARGET)).isPositive();
    for (String video : List.of("180p", "90p")) {
      assertThat(player.decodeHls("index_" + video + ".m3u8", "0:v", 4)).isGreaterThan(55);
    }
    assertThat(player.decodeHls("index_audio.m3u8", "0:a", 4)).isGreaterThan(180);
    assertThat(player.decodeHls("index.m3u8", "0:v:1", 4)).isGreaterThan(55);
    assertThat(player.decodeDash("index.mpd", "0:v:0", 4)).isGreaterThan(55);
    assertThat(player.decodeDash("index.mpd", "0:v:1", 4)).isGreaterThan(55);
    assertThat(player.decodeDash("index.mpd", "0:a:0", 4)).isGreaterThan(180);
  }

  @Test
  void wrongAppOrStreamNameMakesThePublisherFailAndStartsNothing() throws Exception {
    RecordedEvents events = studio.startChannel();

    Publisher wrongName = studio.publish(new IngestPoint("live", "another-stream-name"));
    Publisher wrongApp = studio.publish(new IngestPoint("dead", Studio.POINT.stream()));

    assertThat(wrongName.awaitEnd()).isNotZero();
    assertThat(wrongApp.awaitEnd()).isNotZero();
    assertThat(wrongName.output()).contains("no such stream");
    assertThat(events.all).isEmpty();
    assertThat(studio.encoderProcesses()).isEmpty();
  }

  @Test
  void garbageOnThePortDisturbsNobody() throws Exception {
    studio.startChannel();
    Publisher publisher = studio.publish();
    awaitSegments(1);

    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      byte[] garbage = new byte[4000];
      random.nextBytes(garbage);
      garbage[0] = i % 2 == 0 ? 3 : garbage[0]; // every other one passes for RTMP at first
      try (Socket socket = new Socket("127.0.0.1", studio.plane.rtmpPort())) {
        socket.getOutputStream().write(garbage);
        socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      } catch (java.net.SocketException e) {
        continue; // dropped before we had said it all
      }
    }

    int before = segments();
    awaitSegments(before + 2);
    assertThat(publisher.isAlive()).isTrue();
  }

  @Test
  void secondPublisherIsRefusedWhileTheFirstLives() throws Exception {
    studio.startChannel();
    Publisher first = studio.publish();
    awaitSegments(1);

    Publisher second = studio.publish();

    assertThat(second.awaitEnd()).isNotZero();
    assertThat(second.output()).contains("has a publisher");
    awaitSegments(segments() + 1);
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void killedPublisherComesBackAndTheStreamGoesOnAfterADiscontinuity() throws Exception {
    RecordedEvents events = studio.startChannel();
    Publisher first = studio.publish();
    awaitSegments(2);

    first.kill();
    studio.publish();

    await().atMost(PATIENCE).until(() -> player.shows(VIDEO, "#EXT-X-DISCONTINUITY\n"));
    assertThat(events.all)
        .containsExactly(
            "inputConnected", "firstOutput", "inputLost", "inputConnected", "firstOutput");
    awaitSegments(segments() + 4);
    for (String rendition : List.of("180p", "90p", "audio")) {
      String playlist = player.get("index_" + rendition + ".m3u8").body();
      assertThat(playlist.lines().filter(line -> line.startsWith("#EXT-X-MAP"))).hasSize(2);
      assertThat(playlist).contains("#EXT-X-DISCONTINUITY-SEQUENCE:0");
    }
    assertThat(player.get("index.mpd").body().lines().filter(line -> line.contains("<Period")))
        .hasSize(2);
    assertThat(player.decodeHls(VIDEO, "0:v", 8)).as("both runs").isGreaterThan(80);
    assertThat(player.decodeDash("index.mpd", "0:v:0", 3)).isGreaterThan(40);
  }

  @Test
  void killedEncoderProcessIsStartedAgain() throws Exception {
    RecordedEvents events = studio.startChannel();
    Publisher publisher = studio.publish();
    awaitSegments(1);

    studio.encoderProcesses().forEach(ProcessHandle::destroyForcibly);

    await().atMost(PATIENCE).until(() -> player.shows(VIDEO, "#EXT-X-DISCONTINUITY\n"));
    assertThat(events.all).hasSize(4);
    assertThat(events.all.get(2)).startsWith("pipelineFailed: ffmpeg ended with code 137");
    assertThat(events.all.get(3)).isEqualTo("firstOutput");
    assertThat(publisher.isAlive()).isTrue();
  }

  @Test
  void encoderProcessThatHangsIsReplaced() throws Exception {
    RecordedEvents events = studio.startChannel();
    studio.publish();
    awaitSegments(1);

    long pid = studio.encoderProcesses().getFirst().pid();
    new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(events.all).hasSize(4));
    assertThat(events.all.get(2)).contains("nothing has come out of ffmpeg for 15 s");
    assertThat(events.all.get(3)).isEqualTo("firstOutput");
  }

  @Test
  void encoderProcessEndsWhenItsJvmIsKilled() throws Exception {
    Process jvm = LonelyPlane.launch(folder.resolve("lonely"), studio.ffmpeg);
    try {
      int port = LonelyPlane.port(jvm);
      Publisher publisher = Publisher.start(studio.ffmpeg, port, Studio.POINT);
      try {
        await().atMost(PATIENCE).until(() -> jvm.toHandle().descendants().count() == 1);
        ProcessHandle encoder = jvm.toHandle().descendants().findFirst().orElseThrow();

        jvm.destroyForcibly().waitFor();

        await().atMost(PATIENCE).until(() -> !encoder.isAlive());
      } finally {
        publisher.kill();
      }
    } finally {
      jvm.destroyForcibly();
    }
  }

  @Test
  void stopReturnsWhenNoProcessIsLeft() throws Exception {
    RecordedEvents events = studio.startChannel();
    Publisher publisher = studio.publish();
    awaitSegments(4);
    assertThat(studio.encoderProcesses()).hasSize(1);

    studio.plane.encoders().stop(Studio.job().channelId());

    assertThat(studio.encoderProcesses()).isEmpty();
    assertThat(events.all).containsExactly("inputConnected", "firstOutput");
    assertThat(publisher.isAlive()).as("the input is still open").isTrue();
    assertThat(player.decodeHls(VIDEO, "0:v", 1)).as("what was made still plays").isEqualTo(15);
  }

  @Test
  void encoderStartedLaterBeginsWithAPublisherThatIsThere() throws Exception {
    studio.plane.encoders().openIngest(Studio.POINT);
    Publisher publisher = studio.publish();
    await().pollDelay(Duration.ofSeconds(2)).until(publisher::isAlive);

    RecordedEvents events = studio.startChannel();

    awaitSegments(1);
    assertThat(events.all).containsExactly("inputConnected", "firstOutput");
    assertThat(player.decodeHls(VIDEO, "0:v", 2)).isEqualTo(30);
    assertThat(player.decodeHls("index_audio.m3u8", "0:a", 2)).isGreaterThan(90);
  }

  @Test
  void sourceWithoutSoundPlaysWithSilence() throws Exception {
    studio.startChannel();

    studio.publish(Studio.POINT, "-an", "-c:v", "libx264", "-preset", "ultrafast", "-g", "15");

    awaitSegments(2);
    assertThat(player.decodeHls(VIDEO, "0:v", 2)).isEqualTo(30);
    assertThat(player.decodeHls("index_audio.m3u8", "0:a", 2)).isGreaterThan(90);
  }

  @Test
  void sourceWithoutPictureIsReportedAndDoesNotEndTheChannel() throws Exception {
    RecordedEvents events = studio.startChannel();

    Publisher silent = studio.publish(Studio.POINT, "-vn", "-c:a", "aac");
    await()
        .atMost(PATIENCE)
        .until(() -> events.all.contains("pipelineFailed: the source sends no H.264 video"));
    silent.kill();
    studio.publish();

    awaitSegments(1);
    assertThat(events.all).endsWith("inputLost", "inputConnected", "firstOutput");
  }

  @Test
  void otherCodecIsRefusedWithAReason() throws Exception {
    RecordedEvents events = studio.startChannel();

    Publisher publisher = studio.publish(Studio.POINT, "-an", "-c:v", "flv1");

    assertThat(publisher.awaitEnd()).isNotZero();
    await().untilAsserted(() -> assertThat(events.all).endsWith("inputLost"));
  }

  @Test
  void closingTheIngestEndsThePublisherAndRefusesTheNext() throws Exception {
    RecordedEvents events = studio.startChannel();
    Publisher publisher = studio.publish();
    awaitSegments(1);

    studio.plane.encoders().closeIngest(Studio.POINT);

    assertThat(publisher.awaitEnd()).isNotZero();
    assertThat(studio.publish().awaitEnd()).isNotZero();
    await().untilAsserted(() -> assertThat(events.all).endsWith("inputLost"));
  }

  @Test
  void missingOriginChannelIsReportedAndTheEncoderGoesOnWhenItIsThere() throws Exception {
    RecordedEvents events = studio.startChannel();
    studio.plane.origin().closeChannel(Studio.TARGET);

    studio.publish();

    await().atMost(PATIENCE).until(() -> events.all.size() > 1);
    assertThat(events.all.get(1)).contains("the origin has no channel group/channel");
    studio.plane.origin().openChannel(Studio.TARGET);
    studio.plane.origin().putEndpoint(Studio.TARGET, Studio.endpoint());
    awaitSegments(1);
    await().atMost(PATIENCE).until(() -> events.all.getLast().equals("firstOutput"));
  }

  @Test
  void removedEndpointIsGoneAndAClosedChannelKeepsNoFiles() throws Exception {
    studio.startChannel();
    studio.publish();
    awaitSegments(1);

    studio.plane.origin().removeEndpoint(Studio.TARGET, "web");
    assertThat(player.get(VIDEO).statusCode()).isEqualTo(404);

    studio.plane.encoders().stop(Studio.job().channelId());
    studio.plane.origin().closeChannel(Studio.TARGET);
    assertThat(folder.resolve("origin")).isEmptyDirectory();
  }

  @Test
  void viewerCanStartOverAndAWrongStartIsToldSo() throws Exception {
    studio.startChannel();
    studio.publish();
    awaitSegments(5);

    HttpResponse<String> all = player.get("index.m3u8?start=2000-01-01T00:00:00Z");
    assertThat(all.body()).contains("index_180p.m3u8?start=2000-01-01T00:00:00Z");
    assertThat(player.get(VIDEO + "?start=946684800").body()).contains("m4s");
    assertThat(player.get(VIDEO + "?start=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void machineRefusesMoreChannelsThanItCanEncode() throws Exception {
    studio.startChannel(named("1"));
    studio.startChannel(named("2"));

    assertThatThrownBy(() -> studio.startChannel(named("3")))
        .isInstanceOf(AdmissionRefused.class)
        .hasMessageContaining("2 channels");
    studio.plane.encoders().stop("1");
    studio.startChannel(named("3"));
  }

  private static EncoderJob named(String id) {
    EncoderJob job = Studio.job();
    IngestPoint source = new IngestPoint("live", id);
    return new EncoderJob(id, source, job.video(), job.audio(), "group/" + id);
  }

  private void awaitSegments(int count) {
    await().atMost(PATIENCE).until(() -> segments() >= count);
  }

  private int segments() {
    HttpResponse<String> response = player.get(VIDEO);
    return response.statusCode() == 200
        ? (int) response.body().lines().filter(line -> line.endsWith(".m4s")).count()
        : 0;
  }
}
