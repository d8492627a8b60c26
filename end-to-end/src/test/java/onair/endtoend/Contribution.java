package onair.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A broadcaster's encoder that calls by SRT: a test card and a tone as a transport stream. */
final class Contribution implements AutoCloseable {
  private final Process process;

  private Contribution(Process process) {
    this.process = process;
  }

  /**
   * @param url {@code srt://host:port}
   * @param log what ffmpeg says goes here
   */
  static Contribution start(String url, String passphrase, Path log) throws IOException {
    return new Contribution(
        new ProcessBuilder(
                List.of(
                    "ffmpeg",
                    "-hide_banner",
                    "-nostdin",
                    "-loglevel",
                    "warning",
                    "-re",
                    "-f",
                    "lavfi",
                    "-i",
                    "testsrc2=size=1280x720:rate=30",
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
                    "-g",
                    "60",
                    "-c:a",
                    "aac",
                    "-ac",
                    "2",
                    "-f",
                    "mpegts",
                    address(url, passphrase)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** What ffmpeg calls; {@code pkt_size} is seven packets of a transport stream. */
  static String address(String url, String passphrase) {
    return url + "?mode=caller&transtype=live&pkt_size=1316&passphrase=" + passphrase;
  }

  /** Whether it gave up by itself, with an error, before the time is over. */
  boolean givesUpWithin(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() != 0;
  }

  boolean isSending() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
