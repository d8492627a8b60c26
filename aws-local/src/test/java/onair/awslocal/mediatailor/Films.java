package onair.awslocal.mediatailor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.transcode.CmafSet;
import onair.awslocal.media.transcode.CmafSpec;
import onair.awslocal.media.transcode.MediaProbe;
import onair.awslocal.media.transcode.Transcoder;

/** Makes films of one colour with a tone, and tells by their colours what was played. */
final class Films {

  static final int FRAMES_PER_SECOND = 15;

  private final Ffmpeg ffmpeg;
  private final Path folder;

  Films(Ffmpeg ffmpeg, Path folder) {
    this.ffmpeg = ffmpeg;
    this.folder = folder;
  }

  /** An MP4 in another size and rate than any content. */
  Path film(String colour, double seconds) throws Exception {
    Path file = folder.resolve(colour + ".mp4");
    run(
        List.of(
            "-f",
            "lavfi",
            "-i",
            "color=%s:size=426x240:rate=25:duration=%s".formatted(colour, seconds),
            "-f",
            "lavfi",
            "-i",
            "sine=frequency=440:sample_rate=44100:duration=" + seconds,
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            "-y",
            file.toString()));
    return file;
  }

  /** Segments of one second in two sizes and sound, as a packager makes them. */
  CmafSet content(Transcoder transcoder, String colour, int seconds, Path target) throws Exception {
    Files.createDirectories(target);
    MediaProbe.Media media = (MediaProbe.Media) transcoder.probe(film(colour, seconds));
    CmafSpec spec =
        CmafSpec.of(
            "index",
            List.of(video("_180", 320, 180), video("_90", 160, 90)),
            List.of(new AudioRendition("_aac", 64_000, 48_000, 2)),
            Duration.ofSeconds(1));
    return transcoder.cmaf(media, spec, target, percent -> {});
  }

  private static VideoRendition video(String name, int width, int height) {
    return new VideoRendition(
        name, width, height, 300_000, FRAMES_PER_SECOND, 1, Duration.ofSeconds(1), "MAIN");
  }

  /**
   * Decodes the pictures of an HLS playlist from its oldest segment on, to its end.
   *
   * @return colours as runs, such as {@code green*75 red*60 green*30}
   */
  String colours(String address) throws Exception {
    byte[] pixels =
        decode(
            address, List.of("-map", "0:v:0", "-vf", "scale=1:1", "-pix_fmt", "rgb24"), "rawvideo");
    StringBuilder runs = new StringBuilder();
    String last = "";
    int count = 0;
    for (int i = 0; i <= pixels.length; i += 3) {
      String colour = i == pixels.length ? "" : colour(pixels, i);
      if (!colour.equals(last)) {
        if (count > 0) {
          runs.append(runs.isEmpty() ? "" : " ").append(last).append('*').append(count);
        }
        last = colour;
        count = 0;
      }
      count++;
    }
    return runs.toString();
  }

  /** Decodes the sound of an HLS playlist and says how many seconds it lasts. */
  double sound(String address) throws Exception {
    byte[] samples = decode(address, List.of("-map", "0:a:0", "-ac", "1", "-ar", "48000"), "s16le");
    return samples.length / 2.0 / 48_000;
  }

  private byte[] decode(String address, List<String> output, String format) throws Exception {
    Path file = Files.createTempFile(folder, "decoded", ".raw");
    List<String> arguments = new ArrayList<>(List.of("-xerror"));
    if (address.startsWith("http")) {
      arguments.addAll(List.of("-http_persistent", "0", "-live_start_index", "0"));
    }
    arguments.addAll(List.of("-i", address));
    arguments.addAll(output);
    arguments.addAll(List.of("-vsync", "passthrough", "-f", format, "-y", file.toString()));
    run(arguments);
    return Files.readAllBytes(file);
  }

  private void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ffmpeg.path().toString(), "-nostdin"));
    command.addAll(List.of("-hide_banner", "-loglevel", "error"));
    command.addAll(arguments);
    Path log = Files.createTempFile(folder, "ffmpeg", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(
            "ffmpeg failed: " + String.join(" ", command) + "\n" + Files.readString(log));
      }
      if (!Files.readString(log).isBlank()) {
        throw new AssertionError("ffmpeg complained: " + Files.readString(log));
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private static String colour(byte[] pixels, int at) {
    int red = Byte.toUnsignedInt(pixels[at]);
    int green = Byte.toUnsignedInt(pixels[at + 1]);
    int blue = Byte.toUnsignedInt(pixels[at + 2]);
    if (red > green + 60 && red > blue + 60) {
      return "red";
    }
    if (blue > red + 60 && blue > green + 60) {
      return "blue";
    }
    if (green > red + 60 && green > blue + 60) {
      return "green";
    }
    return red > 200 && green > 200 && blue > 200 ? "white" : "other";
  }
}
