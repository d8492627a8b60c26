package onair.awslocal.resource;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Tags of a resource, as every tagging operation changes them. */
public final class Tags {

  /** AWS's limit per resource. */
  public static final int MAX = 50;

  private Tags() {}

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
