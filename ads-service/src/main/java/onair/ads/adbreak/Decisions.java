package onair.ads.adbreak;

import java.time.Duration;

/**
 * Decisions of one avail, added up.
 *
 * @param count at least 1
 * @param least shortest time of ads in one of them
 * @param most longest time of ads in one of them
 */
record Decisions(long count, Duration least, Duration most) {

  static Decisions one(Duration ads) {
    return new Decisions(1, ads, ads);
  }

  Decisions plus(Decisions other) {
    return new Decisions(
        count + other.count,
        least.compareTo(other.least) <= 0 ? least : other.least,
        most.compareTo(other.most) >= 0 ? most : other.most);
  }
}
