package onair.awslocal.media.packager;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides where segments end: as soon as they are long enough, where the timeline breaks, and where
 * a break begins or ends.
 */
final class SegmentCutter {

  /** A GOP may be a frame short when the frame rate does not divide it. */
  private static final double NEARLY = 0.95;

  private Duration enough = Duration.ZERO;
  private final List<Gop> open = new ArrayList<>();
  private long nextNumber;
  private long discontinuity;
  private @Nullable Run lastRun;

  /**
   * @param shortest the duration a segment should have at least
   * @param firstNumber number of the first segment
   */
  SegmentCutter(Duration shortest, long firstNumber) {
    this.nextNumber = firstNumber;
    cutAt(shortest);
  }

  /** Another duration from the open segment on; numbers go on. */
  void cutAt(Duration shortest) {
    enough = Duration.ofNanos((long) (shortest.toNanos() * NEARLY));
  }

  /** The segments that end with or before this GOP. */
  List<Segment> add(Gop gop) {
    List<Segment> ended = new ArrayList<>();
    if (!open.isEmpty()
        && (!open.getLast().run().is(gop.run())
            || !gop.cues().isEmpty()
            || (gop.independent() && isEnough()))) {
      ended.addAll(endRun());
    }
    open.add(gop);
    if (gop.last() && isEnough()) {
      ended.addAll(endRun());
    }
    return ended;
  }

  private boolean isEnough() {
    Duration length = open.stream().map(Gop::duration).reduce(Duration.ZERO, Duration::plus);
    return length.compareTo(enough) >= 0;
  }

  /** What the segment that is being made consists of so far; null between two. */
  @Nullable Segment open() {
    return open.isEmpty() ? null : new Segment(nextNumber, discontinuities(), open);
  }

  /** Number of the segment that ends next. */
  long nextNumber() {
    return nextNumber;
  }

  private long discontinuities() {
    return lastRun == null || lastRun.is(open.getFirst().run()) ? discontinuity : discontinuity + 1;
  }

  /** Ends the open segment, however short. */
  List<Segment> endRun() {
    if (open.isEmpty()) {
      return List.of();
    }
    discontinuity = discontinuities();
    lastRun = open.getFirst().run();
    Segment segment = new Segment(nextNumber++, discontinuity, open);
    open.clear();
    return List.of(segment);
  }
}
