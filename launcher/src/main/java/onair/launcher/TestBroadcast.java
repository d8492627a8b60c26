package onair.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A generated test card with a running clock and a beep a second, pushed by RTMP like a streamer's
 * encoder does: in real time, and connecting again whenever the connection ends.
 */
public final class TestBroadcast implements AutoCloseable {
  private final List<String> command;
  private final Path log;
  private final Thread pusher;
  private volatile boolean wanted = true;
  private volatile @Nullable Process process;

  private TestBroadcast(List<String> command, Path log) {
    this.command = command;
    this.log = log;
    this.pusher = Thread.ofVirtual().name("test-broadcast").start(this::push);
  }

  /**
   * Starts pushing 1280x720 at 30 frames a second with 48 kHz sound.
   *
   * @param ffmpeg the program
   * @param server {@code rtmp://host:port/app}; a numeric host, for the static build of ffmpeg
   *     cannot resolve names
   * @param streamKey appended to the server as the last path segment
   * @param log what ffmpeg says goes here
   */
  public static TestBroadcast start(Path ffmpeg, String server, String streamKey, Path log) {
    return new TestBroadcast(arguments(ffmpeg, server + "/" + streamKey), log);
  }

  /** The running encoder, absent between two connections. */
  public @Nullable ProcessHandle process() {
    Process running = process;
    return running == null || !running.isAlive() ? null : running.toHandle();
  }

  @Override
  public void close() {
    wanted = false;
    Process running = process;
    if (running != null) {
      running.destroy();
      try {
        if (!running.waitFor(5, TimeUnit.SECONDS)) {
          running.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running.destroyForcibly();
      }
    }
    pusher.interrupt();
  }

  static List<String> arguments(Path ffmpeg, String url) {
    return List.of(
        ffmpeg.toString(),
        "-hide_banner",
        "-nostdin",
        "-loglevel",
        "warning",
        "-re",
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=1280x720:rate=30",
        "-re",
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:beep_factor=4:sample_rate=48000",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-tune",
        "zerolatency",
        "-pix_fmt",
        "yuv420p",
        "-b:v",
        "3000k",
        "-maxrate",
        "3000k",
        "-bufsize",
        "3000k",
        "-g",
        "60",
        "-keyint_min",
        "60",
        "-sc_threshold",
        "0",
        "-c:a",
        "aac",
        "-b:a",
        "128k",
        "-ac",
        "2",
        "-f",
        "flv",
        url);
  }

  private void push() {
    try {
      while (wanted) {
        Process running =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = running;
        running.waitFor();
        if (wanted) {
          Thread.sleep(500); // an encoder's pause before it connects again
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new LauncherException("The encoder could not be started: " + e.getMessage(), e);
    }
  }
}
