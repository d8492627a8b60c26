package onair.ads.adbreak;

import java.time.Duration;
import java.util.Locale;

/** What became of a break, over all its viewers. */
enum Outcome {
  /** Every viewer got ads for all of it. */
  FILLED,
  /** Somebody got ads for a part of it only. */
  UNDERFILLED,
  /** Nobody got an ad. */
  SLATE;

  /** Less than this is missing without anybody noticing. */
  private static final Duration UNNOTICED = Duration.ofMillis(500);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param length of the break
   * @param ads that its viewers got
   */
  static Outcome of(Duration length, Spread ads) {
    if (ads.most().isZero()) {
      return SLATE;
    }
    return ads.least().compareTo(length.minus(UNNOTICED)) >= 0 ? FILLED : UNDERFILLED;
  }
}
