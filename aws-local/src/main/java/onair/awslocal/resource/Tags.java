package onair.awslocal.resource;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tags of a resource, as every tagging operation changes them. */
public final class Tags {

  /** AWS's limit per resource. */
  public static final int MAX = 50;

  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;

  private Tags() {}

  /**
   * Why AWS would not keep all of these on one resource, in a sentence, if so. Source: AWS General
   * Reference, "Tag naming limits and requirements".
   */
  public static Optional<String> fault(Map<String, String> tags) {
    if (tags.size() > MAX) {
      return Optional.of("A resource has at most " + MAX + " tags");
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      if (tag.getKey().isEmpty() || tag.getKey().length() > LONGEST_KEY) {
        return Optional.of("A tag key has 1 to " + LONGEST_KEY + " characters");
      }
      if (tag.getKey().toLowerCase(Locale.ROOT).startsWith("aws:")) {
        return Optional.of("Tag keys that begin with aws: are reserved for AWS");
      }
      if (tag.getValue() != null && tag.getValue().length() > LONGEST_VALUE) {
        return Optional.of("A tag value has at most " + LONGEST_VALUE + " characters");
      }
    }
    return Optional.empty();
  }

  /** All of both; where a key is in both, the added value. */
  public static Map<String, String> merged(Map<String, String> old, Map<String, String> added) {
    Map<String, String> all = new HashMap<>(old);
    all.putAll(added);
    return all;
  }

  /** Keys that are not there are no error. */
  public static Map<String, String> without(Map<String, String> old, Collection<String> keys) {
    Map<String, String> rest = new HashMap<>(old);
    keys.forEach(rest::remove);
    return rest;
  }
}
