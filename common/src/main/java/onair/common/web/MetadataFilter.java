package onair.common.web;

import java.util.Map;
import java.util.TreeMap;

/** Query parameters that filter a list by metadata: {@code metadata.<name>=<value>}. */
public final class MetadataFilter {

  private static final String PREFIX = "metadata.";

  private MetadataFilter() {}

  /** The wanted value by name of metadata; empty when nothing is asked for. */
  public static Map<String, String> of(Map<String, String> parameters) {
    var metadata = new TreeMap<String, String>();
    parameters.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            metadata.put(name.substring(PREFIX.length()), value);
          }
        });
    return metadata;
  }
}
