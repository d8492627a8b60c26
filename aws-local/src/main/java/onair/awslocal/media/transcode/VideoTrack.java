package onair.awslocal.media.transcode;

/**
 * Moving pictures in a file.
 *
 * @param index of the stream in the file, from 0 over all kinds
 * @param codec ffmpeg's name, such as {@code h264}
 * @param width pixels as shown: square, and after the rotation that the file asks for
 * @param height pixels as shown
 * @param frameRateNumerator frames per second, numerator; 25 to 1 when the file does not say
 * @param frameRateDenominator frames per second, denominator, at least 1
 */
public record VideoTrack(
    int index,
    String codec,
    int width,
    int height,
    int frameRateNumerator,
    int frameRateDenominator) {

  /** Lying on its side. */
  VideoTrack turned() {
    return new VideoTrack(index, codec, height, width, frameRateNumerator, frameRateDenominator);
  }
}
