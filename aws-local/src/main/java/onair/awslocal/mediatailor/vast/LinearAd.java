package onair.awslocal.mediatailor.vast;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One linear ad, with what its wrappers add.
 *
 * @param id as the ad server says; empty when it does not
 * @param creativeId empty when not said
 * @param duration as declared; the creative's own counts
 * @param media address of the MP4 file with the most bits per second
 * @param impressions addresses to ask when it is shown
 * @param tracking addresses by event, such as {@code firstQuartile}
 * @param clickThrough null without one
 */
public record LinearAd(
    String id,
    String creativeId,
    String title,
    String system,
    Duration duration,
    String media,
    List<String> impressions,
    Map<String, List<String>> tracking,
    @Nullable String clickThrough,
    List<String> clickTracking) {

  public LinearAd {
    impressions = List.copyOf(impressions);
    tracking = Map.copyOf(tracking);
    clickTracking = List.copyOf(clickTracking);
  }
}
