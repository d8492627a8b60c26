package onair.awslocal.mediatailor.creative;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Frame rates as playlists round them, and as encoders need them. */
final class FrameRates {

  /** Of what playlists say and what is meant. */
  private static final double TOLERANCE = 0.015;

  private static final int DEFAULT = 30;
  private static final int FASTEST = 120;

  /**
   * @param frames per second, numerator
   * @param per denominator
   */
  record Rate(int frames, int per) {

    double value() {
      return (double) frames / per;
    }
  }

  private static final List<Rate> USUAL =
      List.of(
          new Rate(10, 1),
          new Rate(12, 1),
          new Rate(15, 1),
          new Rate(20, 1),
          new Rate(24_000, 1001),
          new Rate(24, 1),
          new Rate(25, 1),
          new Rate(30_000, 1001),
          new Rate(30, 1),
          new Rate(48, 1),
          new Rate(50, 1),
          new Rate(60_000, 1001),
          new Rate(60, 1),
          new Rate(120, 1));

  private FrameRates() {}

  /** The usual rate that is nearest; 30 when nothing was said. */
  static Rate of(@Nullable BigDecimal said) {
    double value = said == null ? 0 : said.doubleValue();
    if (value <= 0 || value > FASTEST) {
      return new Rate(DEFAULT, 1);
    }
    Rate nearest =
        USUAL.stream()
            .min(Comparator.comparingDouble(rate -> Math.abs(rate.value() - value)))
            .orElseThrow();
    return Math.abs(nearest.value() - value) <= TOLERANCE * value
        ? nearest
        : new Rate(Math.max(1, (int) Math.round(value)), 1);
  }
}
