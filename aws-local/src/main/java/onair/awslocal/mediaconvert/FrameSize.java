package onair.awslocal.mediaconvert;

import onair.awslocal.media.transcode.VideoTrack;

/**
 * The size an output asks for. One side that is missing follows from the source's aspect, both
 * missing are the source's.
 *
 * @param width pixels; 0 when not given
 * @param height pixels; 0 when not given
 */
record FrameSize(int width, int height, Scaling scaling) {

  private static final int SMALLEST = 32;

  /** What happens when the aspects differ. */
  enum Scaling {
    /** Black bars. */
    PAD,
    /** A smaller picture. */
    FIT,
    /** A smaller picture, and never a larger one than the source's. */
    FIT_NO_UPSCALE
  }

  /** The size for this source: even, and no side smaller than 32 pixels. */
  Size of(VideoTrack source) {
    double aspect = (double) source.width() / source.height();
    double across = width > 0 ? width : height > 0 ? height * aspect : source.width();
    double down = height > 0 ? height : width > 0 ? width / aspect : source.height();
    if (scaling != Scaling.PAD) {
      double factor = Math.min(across / source.width(), down / source.height());
      if (scaling == Scaling.FIT_NO_UPSCALE) {
        factor = Math.min(1, factor);
      }
      across = source.width() * factor;
      down = source.height() * factor;
    }
    return new Size(even(across), even(down));
  }

  private static int even(double pixels) {
    return Math.max(SMALLEST, (int) Math.round(pixels / 2) * 2);
  }

  /** Pixels, both even. */
  record Size(int width, int height) {}
}
