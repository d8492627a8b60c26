package onair.awslocal.media.packager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.EndpointSpec;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint at one moment: what one request is answered from.
 *
 * @param seal null for one in the clear, and for one whose keys are not there
 */
record EndpointView(
    EndpointSpec spec, List<Segment> segments, Duration target, @Nullable Seal seal) {

  static EndpointView of(Endpoint endpoint) {
    return new EndpointView(
        endpoint.spec(), endpoint.segments(), endpoint.target(), endpoint.seal());
  }

  /** Whether its files cannot be given away yet. */
  boolean isLocked() {
    return spec.encrypted() && seal == null;
  }

  Optional<Segment> segment(long number) {
    return segments.stream().filter(segment -> segment.number() == number).findFirst();
  }

  /** The run of this id. */
  Optional<Run> run(long id) {
    return segments.stream().map(Segment::run).filter(run -> run.id() == id).findFirst();
  }
}
