package onair.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Short generated films: one colour and one tone each, so that they can be told apart. */
public final class TestClip {

  private TestClip() {}

  /**
   * Makes an MP4 of 1280x720 at 30 frames a second, H.264 and AAC.
   *
   * @param ffmpeg the program
   * @param target the file to write
   * @param colour in ffmpeg's words, such as {@code red} or {@code 0x204060}
   * @param hertz of the tone
   * @param seconds its length
   * @throws LauncherException when ffmpeg fails
   */
  public static Path make(Path ffmpeg, Path target, String colour, int hertz, int seconds)
      throws InterruptedException {
    List<String> command =
        List.of(
            ffmpeg.toString(),
            "-hide_banner",
            "-nostdin",
            "-loglevel",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
            "color=c=%s:size=1280x720:rate=30:duration=%d".formatted(colour, seconds),
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=%d:sample_rate=48000:duration=%d".formatted(hertz, seconds),
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "60",
            "-c:a",
            "aac",
            "-b:a",
            "128k",
            "-ac",
            "2",
            "-movflags",
            "+faststart",
            target.toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new LauncherException("ffmpeg could not make " + target);
      }
      return target;
    } catch (IOException e) {
      throw new LauncherException("ffmpeg could not be started: " + e.getMessage(), e);
    }
  }
}
