package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A player that watches a broadcast for as long as it is open, without loading it again. */
final class Audience implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String FRAME = "frame=";

  private final Process player;
  private volatile long frames;

  private Audience(Process player) {
    this.player = player;
    Thread.ofVirtual().start(this::count);
  }

  /** Ffmpeg decodes the first rendition of this manifest in real time; its words go to the log. */
  static Audience of(String url, Path log) throws IOException {
    return new Audience(
        new ProcessBuilder(
                List.of(
                    "ffmpeg",
                    "-hide_banner",
                    "-nostdin",
                    "-loglevel",
                    "warning",
                    "-i",
                    url,
                    "-map",
                    "0:v:0",
                    "-fps_mode",
                    "passthrough",
                    "-progress",
                    "pipe:1",
                    "-f",
                    "null",
                    "-"))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  private void count() {
    try (var lines = player.inputReader()) {
      lines
          .lines()
          .filter(line -> line.startsWith(FRAME))
          .forEach(line -> frames = Long.parseLong(line.substring(FRAME.length()).strip()));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits until it has decoded so many more pictures. */
  void sees(int more) {
    long before = frames;
    await().atMost(PATIENCE).until(() -> !player.isAlive() || frames >= before + more);
    assertThat(player.isAlive()).as("it still plays after %d pictures", frames).isTrue();
  }

  @Override
  public void close() {
    player.destroyForcibly();
  }
}
