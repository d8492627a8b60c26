package onair.awslocal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a bucket's keys in the order of their UTF-8 bytes.
 *
 * @param prefixes what stands before the delimiter, each once, ordered
 * @param next the key or prefix after which the next page starts; null on the last page
 */
public record Listing(List<StoredObject> objects, List<String> prefixes, @Nullable String next) {

  public Listing {
    objects = List.copyOf(objects);
    prefixes = List.copyOf(prefixes);
  }
}
