package onair.awslocal.media.packager;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.EndpointSpec;

/** An endpoint at one moment: what one request is answered from. */
record EndpointView(EndpointSpec spec, List<Segment> segments, Duration target) {

  static EndpointView of(Endpoint endpoint) {
    return new EndpointView(endpoint.spec(), endpoint.segments(), endpoint.target());
  }

  Optional<Segment> segment(long number) {
    return segments.stream().filter(segment -> segment.number() == number).findFirst();
  }

  /** The run of this id. */
  Optional<Run> run(long id) {
    return segments.stream().map(Segment::run).filter(run -> run.id() == id).findFirst();
  }
}
