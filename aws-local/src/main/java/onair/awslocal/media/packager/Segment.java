package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.awslocal.media.packager.Gop.Part;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive GOPs of one run, under one number in all renditions.
 *
 * @param number grows by one from segment to segment
 * @param discontinuity how many times the timeline broke before it, within its endpoint
 */
record Segment(long number, long discontinuity, List<Gop> gops) {

  Segment {
    gops = List.copyOf(gops);
  }

  Run run() {
    return gops.getFirst().run();
  }

  /** Breaks that begin or end where it begins. */
  List<Cue> cues() {
    return gops.getFirst().cues();
  }

  /** The break it is part of, from its begin to its end; null outside. */
  @Nullable Avail avail() {
    return gops.getFirst().avail();
  }

  List<Part> parts(int rendition) {
    return gops.stream().map(gop -> gop.parts().get(rendition)).toList();
  }

  long start(int rendition) {
    return gops.getFirst().parts().get(rendition).start();
  }

  long duration(int rendition) {
    Part last = gops.getLast().parts().get(rendition);
    return last.start() + last.duration() - start(rendition);
  }

  /** Bytes of one rendition; 0 when it has nothing here. */
  long size(int rendition) {
    return gops.stream().mapToLong(gop -> gop.parts().get(rendition).size()).sum();
  }

  /** Length of the leading rendition. */
  Duration duration() {
    return Run.duration(duration(0), run().renditions().getFirst().timescale());
  }

  Instant begins() {
    return gops.getFirst().begins();
  }

  Instant ends() {
    return gops.getLast().ends();
  }
}
