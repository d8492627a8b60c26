package onair.awslocal.media.packager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onair.awslocal.media.EndpointSpec;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint at one moment: what one request is answered from.
 *
 * @param open what there is of the next segment; null for nothing
 * @param nextNumber of the next segment
 * @param seal null for one in the clear, and for one whose keys are not there
 */
record EndpointView(
    EndpointSpec spec,
    List<Segment> segments,
    @Nullable Segment open,
    long nextNumber,
    Duration target,
    @Nullable Seal seal) {

  static EndpointView of(Endpoint endpoint) {
    return new EndpointView(
        endpoint.spec(),
        endpoint.segments(),
        endpoint.open(),
        endpoint.nextNumber(),
        endpoint.target(),
        endpoint.seal());
  }

  /** Whether its files cannot be given away yet. */
  boolean isLocked() {
    return spec.encrypted() && seal == null;
  }

  Optional<Segment> segment(long number) {
    return segments.stream().filter(segment -> segment.number() == number).findFirst();
  }

  /** The segment of this number, also when it is still being made. */
  Optional<Segment> begun(long number) {
    return open != null && open.number() == number ? Optional.of(open) : segment(number);
  }

  /** How many parts of the next segment are told. */
  int openParts() {
    return open == null ? 0 : Parts.count(open);
  }

  /** The run of this id. */
  Optional<Run> run(long id) {
    return Stream.concat(segments.stream(), Stream.ofNullable(open))
        .map(Segment::run)
        .filter(run -> run.id() == id)
        .findFirst();
  }
}
