package onair.awslocal.media.transcode;

/**
 * Frames per second as a fraction.
 *
 * @param denominator at least 1
 */
record FrameRate(int numerator, int denominator) {

  static final FrameRate UNKNOWN = new FrameRate(25, 1);

  private static final double FASTEST = 120;
  private static final double NEARLY = 0.006;

  /** From a number with two decimals: 29.97 is 30000 to 1001. Faster than 120 counts as 60. */
  static FrameRate of(double number) {
    if (number <= 0) {
      return UNKNOWN;
    }
    if (number > FASTEST + NEARLY) {
      return new FrameRate(60, 1);
    }
    int whole = (int) Math.round(number);
    if (whole > 0 && Math.abs(number - whole) < NEARLY) {
      return new FrameRate(whole, 1);
    }
    int next = (int) Math.ceil(number);
    if (Math.abs(number - next * 1000 / 1001.0) < NEARLY) {
      return new FrameRate(next * 1000, 1001);
    }
    return new FrameRate(Math.max(1, (int) Math.round(number * 100)), 100);
  }
}
