package onair.awslocal.mediatailor.hls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One segment of an origin's playlist, with everything that applies to it.
 *
 * @param sequence its media sequence number
 * @param discontinuity its discontinuity sequence number
 * @param uri absolute
 * @param map tag that gives its header, address absolute; null for media without one
 * @param key tag that gives its key, address absolute; null when it is in the clear
 * @param tags other tags of its own that a player needs, such as byte range and gap
 * @param time as the origin says; null when it does not
 * @param markers what begins or ends here
 * @param markerTags the tags they were read from
 */
public record MediaSegment(
    long sequence,
    long discontinuity,
    Duration duration,
    String uri,
    @Nullable String map,
    @Nullable String key,
    List<String> tags,
    @Nullable Instant time,
    List<Marker> markers,
    List<String> markerTags) {

  public MediaSegment {
    tags = List.copyOf(tags);
    markers = List.copyOf(markers);
    markerTags = List.copyOf(markerTags);
  }
}
