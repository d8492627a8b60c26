package onair.awslocal.mediatailor.session;

import java.time.Instant;
import onair.awslocal.mediatailor.hls.MediaSegment;
import org.jspecify.annotations.Nullable;

/** One segment of a personalised playlist. */
sealed interface Piece {

  /** Discontinuity sequence number; where it grows, a discontinuity is. */
  long discontinuity();

  /** The origin's own. */
  record Original(long discontinuity, MediaSegment segment) implements Piece {}

  /**
   * A segment of an ad or slate.
   *
   * @param time of the content it takes the place of; null when the origin says none
   */
  record Inserted(long discontinuity, AdPlay play, int segment, @Nullable Instant time)
      implements Piece {}
}
