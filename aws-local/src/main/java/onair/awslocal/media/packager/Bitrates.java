package onair.awslocal.media.packager;

import java.util.List;

/**
 * What one rendition takes on the wire, in bits per second.
 *
 * @param peak largest of any segment, never below what was declared
 * @param average over all segments
 */
record Bitrates(long peak, long average) {

  /** Measured over the segments of this run. */
  static Bitrates of(Run run, int rendition, List<Segment> segments) {
    long declared = run.renditions().get(rendition).bitsPerSecond();
    long timescale = run.renditions().get(rendition).timescale();
    long peak = declared;
    long bits = 0;
    long time = 0;
    for (Segment segment : segments) {
      long duration = segment.duration(rendition);
      if (segment.run().is(run) && duration > 0) {
        long segmentBits = segment.size(rendition) * Byte.SIZE;
        peak = Math.max(peak, segmentBits * timescale / duration);
        bits += segmentBits;
        time += duration;
      }
    }
    return new Bitrates(peak, time == 0 ? declared : bits * timescale / time);
  }

  Bitrates plus(Bitrates other) {
    return new Bitrates(peak + other.peak, average + other.average);
  }
}
