package onair.awslocal.media.encoder;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import onair.awslocal.media.VideoRendition;

/**
 * Says in ffmpeg's words what a filler looks like: the last picture, then black, then a slate or a
 * colour for ever, with silence, as fast as it plays.
 */
final class FillerScene {

  private static final String ASSUMED_RATE = "15";

  private final Filler filler;
  private final String size;
  private final String rate;

  FillerScene(Filler filler, List<VideoRendition> video) {
    this.filler = filler;
    VideoRendition largest =
        video.stream().max(Comparator.comparingInt(VideoRendition::width)).orElse(null);
    this.size = largest == null ? "16x16" : largest.width() + "x" + largest.height();
    this.rate =
        largest == null || Ladder.keepsFrameRate(largest)
            ? ASSUMED_RATE
            : largest.frameRateNumerator() + "/" + largest.frameRateDenominator();
  }

  List<String> inputs() {
    List<String> arguments = new ArrayList<>();
    String colour = String.format(Locale.ROOT, "0x%06X", filler.colour() & 0xFFFFFF);
    arguments.addAll(List.of("-re", "-f", "lavfi", "-i", plain(colour)));
    arguments.addAll(
        List.of("-re", "-f", "lavfi", "-i", "anullsrc=sample_rate=48000:channel_layout=stereo"));
    if (filler.slate() != null) {
      arguments.addAll(List.of("-f", "image2", "-i", filler.slate().toString()));
    }
    if (filler.last() != null) {
      arguments.addAll(List.of("-f", "image2", "-i", filler.last().toString()));
    }
    return arguments;
  }

  int inputCount() {
    return 2 + (filler.slate() == null ? 0 : 1) + (filler.last() == null ? 0 : 1);
  }

  /** The whole filter graph. */
  String of(OverlayFilters overlays, Ladder ladder) {
    if (ladder.video().isEmpty()) {
      return overlays.of(ladder, "[0:v]", "[1:a]");
    }
    List<String> chains = new ArrayList<>();
    int input = 2;
    String scene = "[0:v]";
    if (filler.slate() != null) {
      chains.add(fitted(input++, "[slate]"));
      chains.add(scene + "[slate]overlay[slated]");
      scene = "[slated]";
    }
    Duration repeat = filler.last() == null ? Duration.ZERO : filler.repeat();
    if (filler.black().isPositive()) {
      chains.add(plain("black") + "[black]");
      chains.add(scene + "[black]overlay=" + until(repeat.plus(filler.black())) + "[blacked]");
      scene = "[blacked]";
    }
    if (repeat.isPositive()) {
      chains.add(fitted(input, "[last]"));
      chains.add(scene + "[last]overlay=" + until(repeat) + "[repeated]");
      scene = "[repeated]";
    }
    chains.add(overlays.of(ladder, scene, "[1:a]"));
    return String.join(";", chains);
  }

  private String plain(String colour) {
    return "color=c=%s:s=%s:r=%s".formatted(colour, size, rate);
  }

  private String fitted(int input, String label) {
    String box = size.replace('x', ':');
    return "[%d:v]scale=%s:force_original_aspect_ratio=decrease,pad=%s:-1:-1,setsar=1%s"
        .formatted(input, box, box, label);
  }

  private static String until(Duration end) {
    return "enable='lt(t,%s)'".formatted(BigDecimal.valueOf(end.toMillis(), 3).toPlainString());
  }
}
