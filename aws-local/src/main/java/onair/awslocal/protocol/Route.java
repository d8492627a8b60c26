package onair.awslocal.protocol;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a REST operation is found.
 *
 * @param method such as {@code POST}
 * @param segments of the path; {@code {Name}} takes one, {@code {Name+}} all that follow
 * @param query fixed parameters that must be there; an empty value takes any
 */
record Route(String method, List<String> segments, Map<String, String> query, Operation operation) {

  /**
   * Fixed query parameters first, then literal segments before labels, then longer before shorter.
   */
  static final Comparator<Route> MOST_SPECIFIC_FIRST =
      Comparator.comparing((Route route) -> -route.query().size())
          .thenComparing(Route::labels)
          .thenComparing(route -> -route.segments().size())
          .thenComparing(route -> route.operation().name());

  /**
   * From a method and a URI template such as {@code /2020-05-31/distribution/{Id}/config?WithTags}.
   */
  static Route of(String method, String template, Operation operation) {
    int question = template.indexOf('?');
    String path = question < 0 ? template : template.substring(0, question);
    Map<String, String> query = new TreeMap<>();
    if (question >= 0) {
      for (String parameter : template.substring(question + 1).split("&", -1)) {
        int equals = parameter.indexOf('=');
        query.put(
            equals < 0 ? parameter : parameter.substring(0, equals),
            equals < 0 ? "" : parameter.substring(equals + 1));
      }
    }
    return new Route(method, WirePath.segments(path), query, operation);
  }

  /** The labels' raw values when the request is for this route, else null. */
  @Nullable Map<String, String> match(List<String> path, Map<String, List<String>> parameters) {
    boolean greedy = !segments.isEmpty() && isGreedy(segments.getLast());
    if (greedy ? path.size() < segments.size() : path.size() != segments.size()) {
      return null;
    }
    Map<String, String> labels = new TreeMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String wanted = segments.get(i);
      if (isGreedy(wanted)) {
        labels.put(
            wanted.substring(1, wanted.length() - 2),
            String.join("/", path.subList(i, path.size())));
      } else if (isLabel(wanted)) {
        if (path.get(i).isEmpty()) {
          return null;
        }
        labels.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return null;
      }
    }
    return hasFixed(parameters) ? labels : null;
  }

  private boolean hasFixed(Map<String, List<String>> parameters) {
    return query.entrySet().stream()
        .allMatch(
            fixed -> {
              List<String> given = parameters.get(fixed.getKey());
              return given != null
                  && (fixed.getValue().isEmpty() || given.contains(fixed.getValue()));
            });
  }

  private long labels() {
    return segments.stream().filter(Route::isLabel).count();
  }

  private static boolean isLabel(String segment) {
    return segment.startsWith("{");
  }

  private static boolean isGreedy(String segment) {
    return segment.endsWith("+}");
  }
}
