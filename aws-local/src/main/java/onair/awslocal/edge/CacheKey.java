package onair.awslocal.edge;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What makes two requests ask for the same object. {@code HEAD} shares the object of {@code GET}.
 *
 * @param query the parameters that count, by name
 * @param headers the values of the headers that count, in the rule's order
 */
record CacheKey(
    String distributionId, String path, SortedMap<String, String> query, List<String> headers) {

  /**
   * Whether an invalidation path names this object. A path ends with at most one {@code *}; without
   * a query it names only the object without one, as in CloudFront.
   */
  boolean isNamedBy(String invalidationPath) {
    if (invalidationPath.endsWith("*")) {
      return path.startsWith(invalidationPath.substring(0, invalidationPath.length() - 1));
    }
    int question = invalidationPath.indexOf('?');
    if (question < 0) {
      return query.isEmpty() && path.equals(invalidationPath);
    }
    Map<String, String> named = queryOf(invalidationPath.substring(question + 1));
    return path.equals(invalidationPath.substring(0, question)) && query.equals(named);
  }

  private static Map<String, String> queryOf(String raw) {
    try {
      return ViewerTarget.of("/", raw).query();
    } catch (Refusal e) {
      return Map.of("", "");
    }
  }
}
