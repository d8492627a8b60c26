package onair.awslocal.protocol;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything wrong with one request, each with the path of the field. */
final class Violations {

  /**
   * More than this many are counted, not listed, so that a hostile body cannot make a huge answer.
   */
  private static final int LISTED = 100;

  record Violation(String path, String problem) {}

  private final @Nullable List<Violation> found;
  private int dropped;

  private Violations(@Nullable List<Violation> found) {
    this.found = found;
  }

  /** Collects. */
  static Violations collect() {
    return new Violations(new ArrayList<>());
  }

  /** Ignores what cannot be understood; for documents that were valid once. */
  static Violations none() {
    return new Violations(null);
  }

  void add(String path, String problem) {
    if (found == null) {
      return;
    }
    if (found.size() < LISTED) {
      found.add(new Violation(path.isEmpty() ? "body" : path, problem));
    } else {
      dropped++;
    }
  }

  boolean isEmpty() {
    return found == null || found.isEmpty();
  }

  List<Violation> list() {
    return found == null ? List.of() : List.copyOf(found);
  }

  /** One line for people, as AWS writes it: a count, then each problem. */
  String message() {
    List<Violation> all = list();
    StringBuilder text = new StringBuilder();
    int count = all.size() + dropped;
    text.append(count)
        .append(count == 1 ? " validation error detected: " : " validation errors detected: ");
    for (int i = 0; i < all.size(); i++) {
      text.append(i == 0 ? "" : "; ")
          .append(all.get(i).path())
          .append(": ")
          .append(all.get(i).problem());
    }
    return dropped == 0
        ? text.toString()
        : text.append("; and ").append(dropped).append(" more").toString();
  }
}
