package onair.channel.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import onair.channel.ladder.Ladder;

/**
 * What MediaLive bills a ladder as: each input and each output by codec, size, bitrate and frame
 * rate. Source: MediaLive pricing, "Inputs" and "Outputs".
 */
final class Rates {

  private static final int SMALLEST_HD = 720;

  private Rates() {}

  /** What is billed instead where everything is done twice, at rates of its own. */
  static String of(EncodingSpec encoding, String item) {
    return encoding.dual() ? item.replaceFirst("^medialive", "medialive standard") : item;
  }

  /** What the encoder is made to take in. */
  static String input(Ladder ladder) {
    return "medialive input avc %s %dmbps"
        .formatted(ladder.source().ultraHd() ? "uhd" : "hd", ladder.inputMegabits());
  }

  /** How many there are of each kind of output. */
  static Map<String, Integer> outputs(Ladder ladder) {
    Map<String, Integer> counts = new TreeMap<>();
    ladder
        .video()
        .forEach(video -> counts.merge(output(video, ladder.frameRate()), 1, Integer::sum));
    counts.put("medialive output audio", ladder.audio().size());
    return counts;
  }

  /**
   * Like {@link #outputs(Ladder)}, and the best rendition goes elsewhere, too.
   *
   * @param pushes how many times; each is billed as one output, its sound included
   */
  static Map<String, Integer> outputs(Ladder ladder, int pushes) {
    Map<String, Integer> counts = outputs(ladder);
    if (pushes > 0) {
      counts.merge(best(ladder), pushes, Integer::sum);
    }
    return counts;
  }

  /** What the best rendition is billed as. */
  static String best(Ladder ladder) {
    return output(ladder.video().getFirst(), ladder.frameRate());
  }

  private static String output(Ladder.Video video, int frameRate) {
    return "medialive output avc %s %s %s"
        .formatted(
            size(video),
            upTo(video.bitsPerSecond() / 1_000_000.0, "mbps", 10, 20, 50),
            upTo(frameRate, "fps", 30, 60));
  }

  private static String size(Ladder.Video video) {
    if (video.ultraHd()) {
      return "uhd";
    }
    return video.height() >= SMALLEST_HD ? "hd" : "sd";
  }

  private static String upTo(double value, String unit, int... classes) {
    for (int most : classes) {
      if (value <= most) {
        return most + unit;
      }
    }
    throw new IllegalArgumentException("Nothing of " + value + " " + unit + " is billed");
  }

  /** What the encoder puts out, all renditions together, at most. */
  static long bitsPerSecond(Ladder ladder) {
    return Stream.concat(
            ladder.video().stream().map(Ladder.Video::bitsPerSecond),
            ladder.audio().stream().map(Ladder.Audio::bitsPerSecond))
        .mapToLong(Integer::longValue)
        .sum();
  }
}
