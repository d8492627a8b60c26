package onair.awslocal.eventbridge;

import java.util.List;
import java.util.function.Function;
import onair.awslocal.resource.Page;
import org.jspecify.annotations.Nullable;

/** Pages with EventBridge's default size and error. */
final class Pages {

  private static final int DEFAULT_SIZE = 100;

  private Pages() {}

  static <T> Page<T> of(
      List<T> rows, Function<T, String> position, @Nullable Integer limit, @Nullable String token) {
    try {
      return Page.of(rows, position, limit == null ? DEFAULT_SIZE : limit, token);
    } catch (Page.BadToken e) {
      throw EventErrors.invalid("NextToken is not valid.");
    }
  }
}
