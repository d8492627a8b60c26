package onair.ads.adbreak;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Decisions of one avail that are not written down yet; at least one. Not safe for threads.
 *
 * <p>A session may ask again. Then it is a decision more, and its session is what it was given
 * first: the same question is given the same ads.
 */
final class Decisions {

  private final Instant since;
  private final Map<String, Decision> sessions = new HashMap<>();
  private long count;
  private Spread spread;

  Decisions(Decision first, Instant now) {
    since = now;
    spread = Spread.of(first.length());
    add(first);
  }

  Decisions add(Decision decision) {
    count++;
    spread = spread.with(Spread.of(decision.length()));
    sessions.putIfAbsent(decision.session(), decision);
    return this;
  }

  /** Together with those that came after them. */
  Decisions plus(Decisions later) {
    count += later.count;
    spread = spread.with(later.spread);
    later.sessions.forEach(sessions::putIfAbsent);
    return this;
  }

  /** When the first of them was made. */
  Instant since() {
    return since;
  }

  /** How many there are, repeated ones among them. */
  long count() {
    return count;
  }

  Spread spread() {
    return spread;
  }

  /** What each session was given. */
  Map<String, Decision> sessions() {
    return Collections.unmodifiableMap(sessions);
  }
}
