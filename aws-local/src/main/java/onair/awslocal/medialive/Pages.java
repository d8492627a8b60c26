package onair.awslocal.medialive;

import java.util.List;
import java.util.function.Function;
import onair.awslocal.resource.Page;
import org.jspecify.annotations.Nullable;

/** MediaLive's way of listing in pages. */
final class Pages {

  private static final int DEFAULT_SIZE = 50;

  private Pages() {}

  static <T> Page<T> of(
      List<T> rows,
      Function<T, String> position,
      @Nullable Integer maxResults,
      @Nullable String nextToken) {
    try {
      return Page.of(rows, position, maxResults == null ? DEFAULT_SIZE : maxResults, nextToken);
    } catch (Page.BadToken e) {
      throw Refusals.badRequest("Invalid nextToken");
    }
  }
}
