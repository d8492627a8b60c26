package onair.awslocal.media.plane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.encoder.Ffmpeg;

/** Pushes a test card with sound by RTMP, in real time, until it is ended. */
final class Publisher {

  private final Process process;
  private final Path log;

  private Publisher(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param encoding what to send instead of H.264 and AAC at 15 frames per second
   */
  static Publisher start(Ffmpeg ffmpeg, int port, IngestPoint point, String... encoding)
      throws IOException {
    return show(ffmpeg, port, point, "testsrc2=size=320x180:rate=15", encoding);
  }

  /** Pushes nothing but this colour. */
  static Publisher colour(Ffmpeg ffmpeg, int port, IngestPoint point, String colour)
      throws IOException {
    return show(ffmpeg, port, point, "color=c=%s:size=160x90:rate=10".formatted(colour));
  }

  private static Publisher show(
      Ffmpeg ffmpeg, int port, IngestPoint point, String picture, String... encoding)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(ffmpeg.path().toString(), "-nostdin"));
    command.addAll(List.of("-hide_banner", "-loglevel", "warning", "-re"));
    command.addAll(List.of("-f", "lavfi", "-i", picture));
    command.addAll(List.of("-re", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100"));
    command.addAll(
        encoding.length > 0
            ? List.of(encoding)
            : List.of(
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                "-g",
                "15",
                "-c:a",
                "aac",
                "-ac",
                "2"));
    String address = "rtmp://127.0.0.1:%d/%s/%s".formatted(port, point.app(), point.stream());
    command.addAll(List.of("-f", "flv", address));
    Path log = Files.createTempFile("publisher", ".log");
    log.toFile().deleteOnExit();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new Publisher(builder.redirectOutput(log.toFile()).start(), log);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Exit code, once it has ended by itself. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the publisher still publishes");
    }
    return process.exitValue();
  }

  /** What it said, after its end. */
  String output() throws IOException {
    return Files.readString(log);
  }

  /** As kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
