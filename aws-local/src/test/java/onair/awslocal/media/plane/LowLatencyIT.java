package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A player that follows a live part by part, over HTTP. */
class LowLatencyIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String VIDEO = "low_180p.m3u8";
  private static final int FRAMES_PER_SECOND = 15;

  @TempDir Path folder;
  private Studio studio;
  private Player player;

  @BeforeEach
  void openStudio() throws Exception {
    studio = Studio.open(folder);
    player = studio.player();
    Duration window = Duration.ofSeconds(60);
    studio.plane.origin().openChannel(Studio.TARGET);
    studio
        .plane
        .origin()
        .putEndpoint(
            Studio.TARGET,
            new EndpointSpec(
                "low",
                Studio.GOP,
                Duration.ofMinutes(2),
                List.of(
                    new ManifestSpec("index", Kind.HLS, window),
                    new ManifestSpec("low", Kind.LL_HLS, window),
                    new ManifestSpec("index", Kind.DASH, window))));
    player = new Player(studio.ffmpeg, studio.server.address(Studio.TARGET, "low"));
    studio.startChannel();
    studio.publish();
    await().atMost(PATIENCE).until(() -> player.shows(VIDEO, "#EXT-X-PART:"));
  }

  @AfterEach
  void closeStudio() throws Exception {
    studio.close();
    assertThat(studio.encoderProcesses()).isEmpty();
  }

  @Test
  void aPlayerThatReloadsIsGivenPartAfterPartAndEachPlaysBehindTheOneBefore() throws Exception {
    LowLatencyPlaylist playlist = LowLatencyPlaylist.check(player.get(VIDEO).body());
    LowLatencyPlaylist.Part first =
        playlist.parts().stream()
            .filter(LowLatencyPlaylist.Part::independent)
            .reduce((a, b) -> b)
            .orElseThrow();
    List<LowLatencyPlaylist.Part> played = new ArrayList<>(List.of(first));
    played.addAll(playlist.after(first));
    for (int i = 0; i < 8; i++) {
      LowLatencyPlaylist.Part last = played.getLast();
      String next = VIDEO + "?_HLS_msn=" + last.segment() + "&_HLS_part=" + (last.number() + 1);
      CompletableFuture<byte[]> hinted = bytesAsync(playlist.hint());
      String hint = playlist.hint();

      playlist = LowLatencyPlaylist.check(player.get(next).body());

      List<LowLatencyPlaylist.Part> more = playlist.after(last);
      assertThat(more).as("what was asked for is there").isNotEmpty();
      assertThat(more.getFirst().uri()).as("as was hinted").isEqualTo(hint);
      assertThat(hinted.get(60, TimeUnit.SECONDS)).isEqualTo(player.bytes(hint));
      played.addAll(more);
    }

    assertThat(played).doesNotHaveDuplicates();
    byte[] all = joined(playlist.map(), played);
    double seconds = played.stream().mapToDouble(LowLatencyPlaylist.Part::duration).sum();
    assertThat(decoded(all)).isEqualTo(Math.round(seconds * FRAMES_PER_SECOND));
    assertThat(played).anyMatch(part -> !part.independent());
    assertThat(playlist.partTarget()).isLessThan(1);
    assertASegmentIsItsParts(played);
  }

  private void assertASegmentIsItsParts(List<LowLatencyPlaylist.Part> played) {
    long number = played.get(played.size() / 2).segment();
    List<LowLatencyPlaylist.Part> parts =
        played.stream().filter(part -> part.segment() == number).toList();
    assertThat(player.bytes("180p_" + number + ".m4s")).isEqualTo(joined(parts));
  }

  @Test
  void whatIsNoPartThatComesSoonIsRefused() {
    LowLatencyPlaylist.Part last =
        LowLatencyPlaylist.parse(player.get(VIDEO).body()).parts().getLast();

    for (String query :
        List.of(
            "_HLS_part=0",
            "_HLS_msn=soon",
            "_HLS_msn=" + (last.segment() + 100),
            "_HLS_msn=" + last.segment() + "&_HLS_part=100",
            "_HLS_msn=" + last.segment() + "&_HLS_part=next")) {
      assertThat(player.get(VIDEO + "?" + query).statusCode()).as(query).isEqualTo(400);
    }
    assertThat(player.get("180p_" + last.segment() + "_part99.m4s").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWasWaitedForInVainIsToldSo() {
    studio.plane.encoders().stop(Studio.job().channelId());
    LowLatencyPlaylist.Part last =
        LowLatencyPlaylist.parse(player.get(VIDEO).body()).parts().getLast();

    assertThat(player.get(VIDEO + "?_HLS_msn=" + (last.segment() + 1)).statusCode()).isEqualTo(503);
  }

  @Test
  void playersWithoutLowLatencyPlayTheSameSegments() throws Exception {
    assertThat(player.get("low.m3u8").body()).contains("low_180p.m3u8", "low_audio.m3u8");
    assertThat(player.get("index_180p.m3u8").body()).doesNotContain("#EXT-X-PART");
    assertThat(player.decodeHls("index_180p.m3u8", "0:v", 2)).isEqualTo(30);
    assertThat(player.decodeHls("index_audio.m3u8", "0:a", 2)).isGreaterThan(90);
    assertThat(player.decodeDash("index.mpd", "0:v:0", 2)).isGreaterThanOrEqualTo(30);
  }

  private CompletableFuture<byte[]> bytesAsync(String file) {
    return CompletableFuture.supplyAsync(() -> player.bytes(file));
  }

  private byte[] joined(String map, List<LowLatencyPlaylist.Part> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(player.bytes(map));
    bytes.writeBytes(joined(parts));
    return bytes.toByteArray();
  }

  private byte[] joined(List<LowLatencyPlaylist.Part> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(part -> bytes.writeBytes(player.bytes(part.uri())));
    return bytes.toByteArray();
  }

  /** How many pictures can be decoded, without a fault. */
  private long decoded(byte[] mp4) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("joined.mp4"), mp4);
    Process process =
        new ProcessBuilder(
                studio.ffmpeg.path().toString(),
                "-nostdin",
                "-loglevel",
                "error",
                "-xerror",
                "-i",
                file.toString(),
                "-f",
                "framecrc",
                "-")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = process.inputReader()) {
      long frames = lines.lines().filter(line -> !line.startsWith("#")).count();
      assertThat(process.waitFor()).isZero();
      return frames;
    }
  }
}
