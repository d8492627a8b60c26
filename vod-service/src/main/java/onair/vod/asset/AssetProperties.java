package onair.vod.asset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is taken as a source, and how work on it is watched; prefix {@code onair.vod.asset}.
 *
 * @param longestSide most pixels of a picture's longer side, 16 to 8192
 * @param longestDuration of a source, up to 14 days
 * @param recordingDeadline how long after the end of a broadcast its recording may take to begin
 *     with AWS refusing or silent; the packager forgets it soon after
 */
@ConfigurationProperties("onair.vod.asset")
record AssetProperties(
    @DefaultValue("4096") int longestSide,
    @DefaultValue("12h") Duration longestDuration,
    @DefaultValue("9m") Duration recordingDeadline,
    @DefaultValue Watch watch) {

  private static final int LARGEST_SIDE = 8192;
  private static final int SMALLEST_SIDE = 16;
  private static final Duration LONGEST = Duration.ofDays(14);

  AssetProperties {
    if (longestSide < SMALLEST_SIDE || longestSide > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "onair.vod.asset.longest-side must be 16 to 8192, not " + longestSide);
    }
    requirePositive("longest-duration", longestDuration);
    if (longestDuration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "onair.vod.asset.longest-duration must be at most 14d, not " + longestDuration);
    }
    requirePositive("recording-deadline", recordingDeadline);
  }

  /**
   * How often AWS is asked when no event has come.
   *
   * @param processing while AWS works on an asset
   * @param removing while an asset is being removed
   * @param retry after AWS did not answer; repeated failures wait longer
   */
  record Watch(
      @DefaultValue("5s") Duration processing,
      @DefaultValue("2s") Duration removing,
      @DefaultValue("2s") Duration retry) {

    Watch {
      requirePositive("watch.processing", processing);
      requirePositive("watch.removing", removing);
      requirePositive("watch.retry", retry);
    }
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "onair.vod.asset." + key + " must be longer than nothing, not " + value);
    }
  }
}
