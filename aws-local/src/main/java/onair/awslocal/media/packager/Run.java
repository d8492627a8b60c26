package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * One unbroken timeline: what one encoder process makes of one connection of a publisher.
 *
 * @param id unique and growing, across restarts too
 * @param start when its first frame arrived
 * @param zero time of the first frame, in the timescale of the first rendition
 * @param renditions in the order of their tracks; the first one leads: segments follow its
 *     keyframes
 */
record Run(long id, Instant start, long zero, List<Rendition> renditions) {

  Run {
    renditions = List.copyOf(renditions);
  }

  /** The time of the first frame in this rendition's timescale. */
  long zeroOf(int rendition) {
    return inTimeOf(rendition, zero);
  }

  /** A time of the first rendition in this rendition's timescale. */
  long inTimeOf(int rendition, long time) {
    return rescale(time, renditions.getFirst().timescale(), renditions.get(rendition).timescale());
  }

  /** The moment on the wall clock that this time of a rendition stands for. */
  Instant instantOf(int rendition, long time) {
    return start.plus(duration(time - zeroOf(rendition), renditions.get(rendition).timescale()));
  }

  /** Whether this is the same run, so that the timeline does not break between them. */
  boolean is(Run other) {
    return id == other.id;
  }

  OptionalInt indexOf(String renditionName) {
    for (int i = 0; i < renditions.size(); i++) {
      if (renditions.get(i).name().equals(renditionName)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  static Duration duration(long ticks, long timescale) {
    long seconds = Math.floorDiv(ticks, timescale);
    long nanos = Math.floorMod(ticks, timescale) * 1_000_000_000L / timescale;
    return Duration.ofSeconds(seconds, nanos);
  }

  static long rescale(long ticks, long from, long to) {
    long whole = Math.floorDiv(ticks, from);
    return whole * to + Math.floorMod(ticks, from) * to / from;
  }
}
