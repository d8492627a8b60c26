package onair.common.paging;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which metadata the resources of a list must have. As a controller argument it is read from query
 * parameters of the form {@code metadata[crew]=a}; every name asked for must have exactly that
 * value.
 *
 * @param wanted the value by name of metadata; empty when nothing is asked for
 */
public record MetadataFilter(Map<String, String> wanted) {

  private static final String PREFIX = "metadata[";
  private static final String SUFFIX = "]";

  public MetadataFilter {
    wanted = Map.copyOf(wanted);
  }

  static MetadataFilter of(Map<String, String[]> parameters) {
    var wanted = new TreeMap<String, String>();
    parameters.forEach(
        (name, values) -> {
          if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && values.length > 0) {
            wanted.put(
                name.substring(PREFIX.length(), name.length() - SUFFIX.length()),
                values[values.length - 1]);
          }
        });
    return new MetadataFilter(wanted);
  }
}
