package onair.common.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.common.problem.Violation;

/**
 * What is wrong with one body, each field and code once, in the order found, and not more than
 * anyone would read.
 */
final class Violations {

  private static final int MOST = 100;

  private final Map<String, Violation> found = new LinkedHashMap<>();
  private int times;

  void add(String path, String code, String detail) {
    times++;
    if (found.size() < MOST) {
      found.putIfAbsent(path + " " + code, new Violation(path, code, detail));
    }
  }

  /**
   * Whether this field, or something inside it, is already told about; what depends on it need not
   * be told as well.
   */
  boolean touches(String path) {
    return found.values().stream().map(Violation::field).anyMatch(field -> isOrInside(field, path));
  }

  private static boolean isOrInside(String field, String path) {
    return field.startsWith(path)
        && (path.isEmpty()
            || field.length() == path.length()
            || field.charAt(path.length()) == '.'
            || field.charAt(path.length()) == '[');
  }

  /** How often a fault was noted; it grows with each, told or not. */
  int size() {
    return times;
  }

  List<Violation> all() {
    return List.copyOf(found.values());
  }
}
