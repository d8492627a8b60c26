package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The segments a manifest lists.
 *
 * @param segments in order, at least one
 * @param target longest segment, for players to plan with
 */
record Window(List<Segment> segments, Duration target) {

  /** A player needs this many to begin with, however short the window is. */
  private static final int AT_LEAST = 3;

  /** The newest segments that fit into this length. */
  static List<Segment> newest(List<Segment> all, Duration length) {
    int from = all.size();
    Duration listed = Duration.ZERO;
    while (from > 0) {
      listed = listed.plus(all.get(from - 1).duration());
      if (listed.compareTo(length) > 0 && all.size() - from >= AT_LEAST) {
        break;
      }
      from--;
    }
    return all.subList(from, all.size());
  }

  /** The segments that end after this moment. */
  static List<Segment> since(List<Segment> all, Instant moment) {
    return all.stream().filter(segment -> segment.ends().isAfter(moment)).toList();
  }

  /** How long they play, without pauses between runs. */
  static Duration length(List<Segment> segments) {
    return segments.stream().map(Segment::duration).reduce(Duration.ZERO, Duration::plus);
  }

  Run lastRun() {
    return segments.getLast().run();
  }

  /** From the first listed moment to the last, with any pause between runs. */
  Duration span() {
    return Duration.between(segments.getFirst().begins(), segments.getLast().ends());
  }
}
