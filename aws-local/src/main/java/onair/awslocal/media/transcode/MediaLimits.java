package onair.awslocal.media.transcode;

import java.time.Duration;

/**
 * What a file may ask of this machine at most. A file beyond one of them is unusable.
 *
 * @param bytes size of the file
 * @param pixels width × height of one picture
 * @param duration of the media
 * @param time that one transcode may take
 */
public record MediaLimits(long bytes, long pixels, Duration duration, Duration time) {

  /** 64 GiB, 8192 × 4320 pixels, 12 hours of media, 12 hours of work. */
  public static final MediaLimits DEFAULT =
      new MediaLimits(64L << 30, 8192L * 4320, Duration.ofHours(12), Duration.ofHours(12));
}
