package onair.vod.storage;

import java.util.List;

/**
 * The bucket as AWS shows it.
 *
 * @param differences settings that are not as wanted, by name; empty when all is well
 */
public record ObservedBucket(String name, List<String> differences) {
  public ObservedBucket {
    differences = List.copyOf(differences);
  }
}
