package onair.awslocal.media.transcode;

import java.nio.file.Path;
import onair.awslocal.media.encoder.Ffmpeg;

/**
 * How this machine transcodes files.
 *
 * @param preset of x264: faster ones take less CPU and look worse
 * @param atATime transcodes that run at once; others wait their turn
 * @param work folder of its own, emptied at start
 */
public record TranscoderConfig(
    Ffmpeg ffmpeg, String preset, int atATime, Path work, MediaLimits limits) {

  /** One transcode keeps about two cores busy. */
  public static int defaultAtATime(int cores) {
    return Math.max(1, cores / 2);
  }
}
