package onair.ads.adbreak;

import java.time.Duration;

/**
 * How long the ads of a break were for its viewers.
 *
 * @param least shortest time of ads one of them got
 * @param most longest time of ads one of them got
 */
record Spread(Duration least, Duration most) {

  static Spread of(Duration ads) {
    return new Spread(ads, ads);
  }

  Spread with(Spread other) {
    return new Spread(
        least.compareTo(other.least) <= 0 ? least : other.least,
        most.compareTo(other.most) >= 0 ? most : other.most);
  }
}
