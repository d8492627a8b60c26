package onair.vod.transcode;

import java.util.List;
import java.util.stream.Stream;
import onair.vod.transcode.MediaFacts.Video;

/**
 * Picture sizes made of a source: the usual ones that are not larger than it, in its own shape. A
 * source smaller than the smallest is made in its own size. Pure.
 */
public final class Ladder {

  /** A usual size by its shorter side, for 16:9. */
  private record Rung(int shorterSide, int bitsPerSecond) {}

  private static final List<Rung> RUNGS =
      List.of(
          new Rung(1080, 5_000_000),
          new Rung(720, 3_000_000),
          new Rung(480, 1_400_000),
          new Rung(360, 800_000),
          new Rung(240, 400_000));

  /** More would cost more than viewers could tell. */
  private static final int MOST = 4;

  private Ladder() {}

  /** Largest first, never empty, never larger than the source. */
  public static List<Rendition> of(Video source) {
    int shorter = Math.min(source.width(), source.height());
    List<Rendition> fitting =
        RUNGS.stream()
            .filter(rung -> rung.shorterSide() <= shorter)
            .limit(MOST)
            .map(rung -> rendition(source, rung))
            .toList();
    return fitting.isEmpty()
        ? Stream.of(new Rung(shorter, RUNGS.getLast().bitsPerSecond()))
            .map(rung -> rendition(source, rung))
            .toList()
        : fitting;
  }

  private static Rendition rendition(Video source, Rung rung) {
    double scale = (double) rung.shorterSide() / Math.min(source.width(), source.height());
    return new Rendition(
        even(source.width() * scale), even(source.height() * scale), rung.bitsPerSecond());
  }

  /** Down to an even number, which H.264 wants, and so never up over the source. */
  private static int even(double pixels) {
    return Math.max(2, (int) Math.floor((pixels + 1e-6) / 2) * 2);
  }
}
