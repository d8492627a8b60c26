package onair.awslocal.mediatailor.hls;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an origin says about ads at the beginning of a segment. */
public sealed interface Marker {

  /** The same in the tags that begin and end one avail; empty when the tags have none. */
  String id();

  /**
   * An avail begins with this segment.
   *
   * @param duration as announced; null when nothing was said, then it lasts until it is ended
   * @param splice what the SCTE-35 message in the tag said
   */
  record Out(String id, @Nullable Duration duration, Splice splice) implements Marker {}

  /** The avail before this segment is over. */
  record In(String id) implements Marker {}
}
