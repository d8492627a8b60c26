package onair.awslocal.media.transcode;

/**
 * Pictures to take at even distances, the first at the beginning: {@code <name>.0000000.jpg} and
 * on.
 *
 * @param name what the file names begin with
 * @param width pixels, even; the picture is fitted in and padded with black
 * @param height pixels, even
 * @param rateNumerator pictures per second, numerator
 * @param rateDenominator pictures per second, denominator
 * @param most pictures to take at most
 * @param quality 1 to 100, 100 being the best
 */
public record ThumbnailSpec(
    String name,
    int width,
    int height,
    int rateNumerator,
    int rateDenominator,
    int most,
    int quality) {

  public ThumbnailSpec {
    if (rateNumerator < 1 || rateDenominator < 1 || most < 1 || quality < 1 || quality > 100) {
      throw new IllegalArgumentException("rate, count or quality out of range");
    }
  }
}
