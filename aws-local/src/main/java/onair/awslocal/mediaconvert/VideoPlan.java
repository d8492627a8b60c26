package onair.awslocal.mediaconvert;

import java.time.Duration;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.transcode.VideoTrack;

/**
 * An H.264 output.
 *
 * @param modifier of its name
 * @param rateNumerator frames per second, numerator; 0 for the source's rate
 * @param gop distance of keyframes
 * @param profile {@code BASELINE}, {@code MAIN} or {@code HIGH}
 */
record VideoPlan(
    String modifier,
    FrameSize size,
    int bitsPerSecond,
    int rateNumerator,
    int rateDenominator,
    Gop gop,
    String profile) {

  /**
   * A distance of keyframes.
   *
   * @param inFrames whether it is counted in frames, otherwise in seconds
   */
  record Gop(double size, boolean inFrames) {}

  VideoRendition of(VideoTrack source) {
    FrameSize.Size pixels = size.of(source);
    int numerator = rateNumerator > 0 ? rateNumerator : source.frameRateNumerator();
    int denominator = rateNumerator > 0 ? rateDenominator : source.frameRateDenominator();
    double seconds = gop.inFrames() ? gop.size() * denominator / numerator : gop.size();
    return new VideoRendition(
        modifier,
        pixels.width(),
        pixels.height(),
        bitsPerSecond,
        numerator,
        denominator,
        Duration.ofMillis(Math.round(seconds * 1000)),
        profile);
  }
}
