package onair.vod;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes and plays media with ffmpeg. */
final class Films {

  private static final int SLOWEST_SECONDS = 120;

  private Films() {}

  /** A moving picture with a tone, as MP4. */
  static byte[] film(Path folder, int seconds, String size) {
    return made(
        folder.resolve("film.mp4"),
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=" + size + ":rate=25",
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:sample_rate=48000",
        "-t",
        Integer.toString(seconds),
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac");
  }

  /** A file out of ffmpeg's arguments but its name. */
  static byte[] made(Path file, String... arguments) {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    command.add(file.toString());
    run(command);
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How many frames a player gets out of a file or playlist on disk; anything broken fails. */
  static int frames(Path media) {
    String counted =
        run(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-allowed_extensions",
                "ALL",
                "-count_frames",
                "-select_streams",
                "v:0",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "csv=p=0",
                media.toString()));
    return Integer.parseInt(counted.strip().lines().findFirst().orElseThrow().replace(",", ""));
  }

  /** How many cues a player finds in a WebVTT file. */
  static int cues(Path file) {
    String counted =
        run(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-count_packets",
                "-show_entries",
                "stream=nb_read_packets",
                "-of",
                "csv=p=0",
                file.toString()));
    return Integer.parseInt(counted.strip());
  }

  private static String run(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(SLOWEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError(command + "\n" + said);
      }
      return said;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
