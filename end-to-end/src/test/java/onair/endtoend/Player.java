package onair.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A player that is not ours: ffmpeg decodes what the CDN serves. */
final class Player {
  private static final Pattern FRAMES = Pattern.compile("frame=\\s*(\\d+)");
  private static final Pattern TIME = Pattern.compile("out_time_us=(\\d+)");

  private Player() {}

  /** What was decoded of one stream. */
  record Decoded(long frames, double seconds, String said) {}

  /** Decodes so many seconds of the video stream of that index among the video streams. */
  static Decoded video(String url, int index, int seconds)
      throws IOException, InterruptedException {
    return decode(url, "0:v:" + index, seconds);
  }

  /** Decodes so many seconds of the first audio stream. */
  static Decoded audio(String url, int seconds) throws IOException, InterruptedException {
    return decode(url, "0:a:0", seconds);
  }

  /** One line per stream, {@code video,1280,720} or {@code audio}, as ffprobe finds them. */
  static List<String> streams(String url) throws IOException, InterruptedException {
    return run(List.of(
            "ffprobe",
            "-v",
            "error",
            "-show_entries",
            "stream=codec_type,width,height",
            "-of",
            "csv=p=0",
            url))
        .lines()
        .filter(line -> line.startsWith("video") || line.startsWith("audio"))
        .distinct()
        .toList();
  }

  private static Decoded decode(String url, String stream, int seconds)
      throws IOException, InterruptedException {
    String said =
        run(
            List.of(
                "ffmpeg",
                "-hide_banner",
                "-nostdin",
                "-loglevel",
                "error",
                "-xerror",
                "-i",
                url,
                "-map",
                stream,
                "-t",
                Integer.toString(seconds),
                "-progress",
                "pipe:1",
                "-f",
                "null",
                "-"));
    return new Decoded(last(FRAMES, said), last(TIME, said) / 1_000_000.0, said);
  }

  private static long last(Pattern pattern, String text) {
    long value = 0;
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      value = Long.parseLong(matcher.group(1));
    }
    return value;
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true).start();
    try {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException(command + " did not end");
      }
      return text;
    } finally {
      process.destroyForcibly();
    }
  }
}
