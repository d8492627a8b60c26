package onair.awslocal.edge;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which query parameters count. Names are compared exactly. */
public sealed interface QueryRule {

  /** No parameter. */
  record None() implements QueryRule {}

  /** Every parameter. */
  record All() implements QueryRule {}

  /** Only those named. */
  record Only(Set<String> names) implements QueryRule {
    public Only {
      names = Set.copyOf(names);
    }
  }

  /** All but those named. */
  record AllExcept(Set<String> names) implements QueryRule {
    public AllExcept {
      names = Set.copyOf(names);
    }
  }

  /** The parameters of {@code query} that count, by name. */
  default SortedMap<String, String> of(Map<String, String> query) {
    TreeMap<String, String> kept = new TreeMap<>(query);
    switch (this) {
      case None none -> kept.clear();
      case All all -> {}
      case Only only -> kept.keySet().retainAll(only.names());
      case AllExcept except -> kept.keySet().removeAll(except.names());
    }
    return kept;
  }
}
