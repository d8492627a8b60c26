package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Form parameters as a tree, by the dots in their names: {@code MetricData.member.1.Value}.
 *
 * @param name of the whole path to here, as the caller wrote it
 */
final class QueryParameter {

  private final String name;
  private final Map<String, QueryParameter> children = new LinkedHashMap<>();
  private @Nullable String value;

  private QueryParameter(String name) {
    this.name = name;
  }

  /** The nameless root of all parameters; of one that is repeated the first value counts. */
  static QueryParameter tree(Map<String, List<String>> parameters) {
    QueryParameter root = new QueryParameter("");
    parameters.forEach((name, values) -> root.put(name, values.getFirst()));
    return root;
  }

  private void put(String path, String text) {
    QueryParameter at = this;
    int begin = 0;
    while (begin <= path.length()) {
      int dot = path.indexOf('.', begin);
      int end = dot < 0 ? path.length() : dot;
      String whole = path.substring(0, end);
      at =
          at.children.computeIfAbsent(path.substring(begin, end), any -> new QueryParameter(whole));
      begin = end + 1;
    }
    at.value = text;
  }

  String name() {
    return name;
  }

  @Nullable String value() {
    return value;
  }

  Map<String, QueryParameter> children() {
    return children;
  }
}
