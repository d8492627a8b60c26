package onair.awslocal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One resource from its creation to its deletion. One of the same name that is made later is
 * another.
 *
 * @param id its own, never used again
 * @param service signing name, such as {@code medialive}
 * @param kind such as {@code channel}
 * @param key of its row
 * @param ended null while it is there
 * @param intervals oldest first, without gaps; at least one
 */
public record Entry(
    String id,
    String service,
    String kind,
    String key,
    String arn,
    Instant created,
    @Nullable Instant ended,
    List<Interval> intervals) {

  public Entry {
    intervals = List.copyOf(intervals);
  }

  public boolean alive() {
    return ended == null;
  }

  Interval latest() {
    return intervals.getLast();
  }

  /** What its row is known by. */
  String row() {
    return service + "/" + kind + "/" + key;
  }

  boolean is(String ofService, String ofKind) {
    return service.equals(ofService) && kind.equals(ofKind);
  }

  /** In another state from now on. */
  Entry in(String state, Map<String, String> facts, Instant now) {
    if (latest().tells(state, facts)) {
      return this;
    }
    List<Interval> all = new ArrayList<>(intervals);
    all.set(all.size() - 1, latest().until(now));
    all.add(new Interval(state, facts, now, null));
    return new Entry(id, service, kind, key, arn, created, null, all);
  }

  Entry ended(Instant now) {
    List<Interval> all = new ArrayList<>(intervals);
    all.set(all.size() - 1, latest().until(now));
    return new Entry(id, service, kind, key, arn, created, now, all);
  }

  Stream<Interval> in(String... states) {
    List<String> wanted = List.of(states);
    return intervals.stream().filter(interval -> wanted.contains(interval.state()));
  }
}
