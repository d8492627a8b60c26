package onair.awslocal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.encoder.FfmpegFinder;

/** Makes media files to work on, and decodes those that were made of them. */
public final class MediaFiles {

  private static final int PATIENCE = 60;

  private final Ffmpeg ffmpeg;
  private final Path folder;

  /** Files go into this folder. */
  public MediaFiles(Path folder) {
    this.folder = folder;
    try {
      String configured = System.getenv().getOrDefault("AWS_LOCAL_FFMPEG", "");
      this.ffmpeg =
          new FfmpegFinder(
                  configured.isEmpty() ? null : Path.of(configured),
                  System.getenv().getOrDefault("PATH", ""),
                  folder.resolve("ffmpeg"))
              .find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Ffmpeg ffmpeg() {
    return ffmpeg;
  }

  /** A test card of 640 by 360 at 30 frames per second, with a tone. */
  public Path card(String name, int seconds) {
    return card(name, 640, 360, 30, seconds);
  }

  /** A test card with a tone, as H.264 and AAC. */
  public Path card(String name, int width, int height, int rate, int seconds) {
    return make(
        name,
        "-f",
        "lavfi",
        "-i",
        "testsrc2=size=%dx%d:rate=%d:duration=%d".formatted(width, height, rate, seconds),
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:sample_rate=48000:duration=" + seconds,
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac",
        "-ac",
        "2");
  }

  /** A file of that name, made by ffmpeg with these arguments. */
  public Path make(String name, String... arguments) {
    Path file = folder.resolve(name);
    List<String> all = new ArrayList<>(List.of("-y"));
    all.addAll(Arrays.asList(arguments));
    all.add(file.toString());
    run(all);
    return file;
  }

  /** A file with these bytes. */
  public Path text(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Decodes one stream to its end; any error fails.
   *
   * @param input file or address
   * @param stream such as {@code 0:v:0}
   * @return how many pictures, or packets of sound, it has
   */
  public long decoded(String input, String stream) {
    // By default manifests may name files of few suffixes only.
    List<String> options =
        input.endsWith(".mpd") || input.endsWith(".m3u8")
            ? List.of("-allowed_extensions", "ALL")
            : List.of();
    List<String> arguments = new ArrayList<>(List.of("-xerror"));
    arguments.addAll(options);
    arguments.addAll(List.of("-i", input, "-map", stream, "-f", "framecrc", "-"));
    return run(arguments).lines().filter(line -> !line.startsWith("#")).count();
  }

  /** What ffmpeg writes to its standard output. */
  public String run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(ffmpeg.path().toString()));
    command.addAll(List.of("-nostdin", "-hide_banner", "-loglevel", "error"));
    command.addAll(arguments);
    try {
      Path output = Files.createTempFile(folder, "ffmpeg", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .redirectOutput(output.toFile())
              .start();
      try {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
          throw new AssertionError("ffmpeg failed: " + arguments);
        }
        return Files.readString(output, StandardCharsets.ISO_8859_1);
      } finally {
        process.destroyForcibly();
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
