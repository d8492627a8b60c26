package onair.awslocal.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a resource did not change as far as the ledger looks.
 *
 * @param state as the service calls it, such as {@code RUNNING}
 * @param facts what billing depends on besides, such as the class of a channel
 * @param to null while it lasts
 */
public record Interval(
    String state, Map<String, String> facts, Instant from, @Nullable Instant to) {

  public Interval {
    facts = Map.copyOf(facts);
  }

  Interval until(Instant end) {
    return new Interval(state, facts, from, end);
  }

  Instant end(Instant now) {
    return to == null ? now : to;
  }

  /** Zero when the clock was set back meanwhile. */
  Duration length(Instant now) {
    Duration length = Duration.between(from, end(now));
    return length.isNegative() ? Duration.ZERO : length;
  }

  boolean tells(String otherState, Map<String, String> otherFacts) {
    return state.equals(otherState) && facts.equals(otherFacts);
  }
}
