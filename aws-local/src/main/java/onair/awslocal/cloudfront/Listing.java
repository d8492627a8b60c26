package onair.awslocal.cloudfront;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;

/**
 * One page of a list: what comes after a marker, which is the id of the last row of the page
 * before.
 *
 * @param marker as it was asked for; empty at the beginning
 * @param nextMarker null on the last page
 */
record Listing<T>(List<T> items, String marker, @Nullable String nextMarker, int maxItems) {

  private static final int DEFAULT_SIZE = 100;

  static <T> Listing<T> of(
      List<T> all, Function<T, String> id, @Nullable String marker, @Nullable String maxItems) {
    int size = size(maxItems);
    String after = marker == null ? "" : marker;
    int from = 0;
    if (!after.isEmpty()) {
      List<String> ids = all.stream().map(id).toList();
      from = ids.indexOf(after) + 1;
      if (from == 0) {
        throw invalid("The Marker does not name an item of this list.");
      }
    }
    int to = Math.min(all.size(), from + size);
    List<T> items = List.copyOf(all.subList(from, to));
    String next = to < all.size() ? id.apply(items.getLast()) : null;
    return new Listing<>(items, after, next, size);
  }

  boolean isTruncated() {
    return nextMarker != null;
  }

  private static int size(@Nullable String maxItems) {
    if (maxItems == null || maxItems.isEmpty()) {
      return DEFAULT_SIZE;
    }
    try {
      int size = Integer.parseInt(maxItems);
      if (size >= 1) {
        return Math.min(size, DEFAULT_SIZE);
      }
    } catch (NumberFormatException e) {
      // Told below, like every other bad number.
    }
    throw invalid("MaxItems must be a number from 1 to " + DEFAULT_SIZE + ".");
  }

  private static InvalidArgumentException invalid(String message) {
    return InvalidArgumentException.builder().message(message).build();
  }
}
