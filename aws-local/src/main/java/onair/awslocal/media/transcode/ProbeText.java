package onair.awslocal.media.transcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what ffmpeg tells about an input. The lines have looked the same from 4.4 to 7; a file's
 * own metadata stands on lines that begin otherwise.
 *
 * @param container null when ffmpeg could not open the file
 * @param duration null when the file does not say
 * @param sizeless whether there are pictures that ffmpeg knows no size of, as the file says none or
 *     one beyond the limit
 */
record ProbeText(
    @Nullable String container,
    @Nullable Duration duration,
    List<VideoTrack> video,
    List<AudioTrack> audio,
    boolean sizeless) {

  private static final Pattern INPUT = Pattern.compile("^Input #0, (\\S+), from .*");

  /** What is said from here on is about an output. */
  private static final String END = "Stream mapping:";

  private static final Pattern DURATION =
      Pattern.compile("^ {2}Duration: (\\d+):(\\d\\d):(\\d\\d)\\.(\\d\\d),.*");
  private static final Pattern STREAM =
      Pattern.compile(
          "^ {2}Stream #0:(\\d+)(?:\\[0x[0-9a-f]+])?(?:\\(([a-z]{2,3})\\))?: (Video|Audio): (\\w+)(.*)");
  private static final Pattern SIZE =
      Pattern.compile(", (\\d{1,6})x(\\d{1,6})(?: \\[SAR (\\d+):(\\d+) DAR \\d+:\\d+])?");
  private static final Pattern RATE = Pattern.compile(", ([\\d.]+)(k?) (?:fps|tbr)");
  private static final Pattern AUDIO = Pattern.compile(", (\\d+) Hz, ([^,]+)");
  private static final Pattern ROTATION =
      Pattern.compile("^ {6}displaymatrix: rotation of (-?\\d+).*");

  static ProbeText read(List<String> lines) {
    String container = null;
    Duration duration = null;
    List<VideoTrack> video = new ArrayList<>();
    List<AudioTrack> audio = new ArrayList<>();
    boolean lastIsVideo = false;
    boolean sizeless = false;
    for (String line : lines) {
      if (line.startsWith(END)) {
        break;
      }
      Matcher input = INPUT.matcher(line);
      Matcher length = DURATION.matcher(line);
      Matcher stream = STREAM.matcher(line);
      Matcher rotation = ROTATION.matcher(line);
      if (input.matches()) {
        container = input.group(1);
      } else if (length.matches()) {
        duration = duration(length);
      } else if (stream.matches()) {
        lastIsVideo = stream.group(3).equals("Video");
        if (lastIsVideo && isStill(stream.group(5))) {
          lastIsVideo = false;
        } else if (lastIsVideo) {
          lastIsVideo = video(stream).map(video::add).orElse(false);
          sizeless |= !lastIsVideo;
        } else {
          audio(stream).ifPresent(audio::add);
        }
      } else if (lastIsVideo && rotation.matches() && liesOnItsSide(rotation.group(1))) {
        video.add(video.removeLast().turned());
      }
    }
    return new ProbeText(container, duration, List.copyOf(video), List.copyOf(audio), sizeless);
  }

  private static Duration duration(Matcher matcher) {
    return Duration.ofHours(Long.parseLong(matcher.group(1)))
        .plusMinutes(Long.parseLong(matcher.group(2)))
        .plusSeconds(Long.parseLong(matcher.group(3)))
        .plusMillis(Long.parseLong(matcher.group(4)) * 10);
  }

  /** Cover art is a picture that does not move. */
  private static boolean isStill(String rest) {
    return rest.contains("(attached pic)") || rest.contains("(timed thumbnails)");
  }

  private static Optional<VideoTrack> video(Matcher stream) {
    String rest = stream.group(5);
    Matcher size = SIZE.matcher(rest);
    if (!size.find()) {
      return Optional.empty();
    }
    int width = Integer.parseInt(size.group(1));
    if (size.group(3) != null) {
      width = squared(width, Long.parseLong(size.group(3)), Long.parseLong(size.group(4)));
    }
    FrameRate rate = rate(rest);
    return Optional.of(
        new VideoTrack(
            Integer.parseInt(stream.group(1)),
            stream.group(4),
            width,
            Integer.parseInt(size.group(2)),
            rate.numerator(),
            rate.denominator()));
  }

  private static int squared(int width, long across, long down) {
    return down == 0 || across == 0 ? width : (int) Math.min(1 << 20, width * across / down);
  }

  private static FrameRate rate(String rest) {
    Matcher rate = RATE.matcher(rest);
    if (!rate.find()) {
      return FrameRate.UNKNOWN;
    }
    double number = Double.parseDouble(rate.group(1));
    return FrameRate.of(rate.group(2).isEmpty() ? number : number * 1000);
  }

  private static Optional<AudioTrack> audio(Matcher stream) {
    Matcher sound = AUDIO.matcher(stream.group(5));
    if (!sound.find()) {
      return Optional.empty();
    }
    String language = stream.group(2);
    return Optional.of(
        new AudioTrack(
            Integer.parseInt(stream.group(1)),
            stream.group(4),
            Integer.parseInt(sound.group(1)),
            channels(sound.group(2)),
            language == null ? "und" : language));
  }

  private static int channels(String layout) {
    Matcher counted = Pattern.compile("(\\d+) channels.*").matcher(layout);
    Matcher points = Pattern.compile("(\\d)\\.(\\d).*").matcher(layout);
    if (counted.matches()) {
      return Integer.parseInt(counted.group(1));
    }
    if (points.matches()) {
      return Integer.parseInt(points.group(1)) + Integer.parseInt(points.group(2));
    }
    return layout.startsWith("mono") ? 1 : 2;
  }

  private static boolean liesOnItsSide(String degrees) {
    return Math.abs(Integer.parseInt(degrees)) % 180 == 90;
  }
}
