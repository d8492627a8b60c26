package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Protection;
import org.jspecify.annotations.Nullable;

/** One endpoint's segments: a ring, as long as its manifests reach back. Guarded by its channel. */
final class Endpoint {

  private final SegmentCutter cutter;
  private final List<Segment> ring = new ArrayList<>();
  private EndpointSpec spec;
  private Duration target;
  private @Nullable Seal seal;

  /**
   * @param firstNumber number of the first segment; greater than any the endpoint's name has had
   */
  Endpoint(EndpointSpec spec, long firstNumber) {
    this.spec = spec;
    this.target = spec.segment();
    this.cutter = new SegmentCutter(spec.segment(), firstNumber);
  }

  /** Goes on with another specification, without a break. */
  void update(EndpointSpec next) {
    spec = next;
    cutter.cutAt(next.segment());
    trim();
  }

  void add(Gop gop) {
    append(cutter.add(gop));
  }

  void endRun() {
    append(cutter.endRun());
  }

  private void append(List<Segment> segments) {
    for (Segment segment : segments) {
      ring.add(segment);
      // Only ever grows: HLS forbids a target duration that changes below a segment still listed.
      target = target.compareTo(segment.duration()) < 0 ? segment.duration() : target;
    }
    trim();
  }

  private void trim() {
    if (!ring.isEmpty()) {
      Instant oldest = ring.getLast().ends().minus(retention());
      ring.removeIf(segment -> segment.ends().isBefore(oldest));
    }
  }

  /** A segment outlives its place in the manifest by the manifest's length (RFC 8216, 6.2.2). */
  Duration retention() {
    Duration window =
        spec.manifests().stream()
            .map(ManifestSpec::window)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    Duration listed = window.plus(target.multipliedBy(3));
    Duration kept = listed.multipliedBy(2);
    return kept.compareTo(spec.startOver()) > 0 ? kept : spec.startOver();
  }

  /** Its files are encrypted from now on. */
  void protect(Protection protection) {
    seal = new Seal(protection);
  }

  @Nullable Seal seal() {
    return seal;
  }

  EndpointSpec spec() {
    return spec;
  }

  /** All segments, oldest first. */
  List<Segment> segments() {
    return List.copyOf(ring);
  }

  Duration target() {
    return target;
  }

  /** What there is of the next segment; null for nothing. */
  @Nullable Segment open() {
    return cutter.open();
  }

  long nextNumber() {
    return cutter.nextNumber();
  }
}
