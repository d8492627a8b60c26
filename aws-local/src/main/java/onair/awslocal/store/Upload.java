package onair.awslocal.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A multipart upload that is not complete.
 *
 * @param parts by part number, 1 to 10,000
 */
public record Upload(
    String id, String key, ObjectMeta meta, Instant begun, Map<Integer, Part> parts) {

  public Upload {
    parts = Map.copyOf(parts);
  }

  /**
   * One part as last written.
   *
   * @param etag MD5 in hex, without quotes
   */
  public record Part(String file, long size, String etag, Instant modified) {}

  Upload with(int number, Part part) {
    var all = new TreeMap<>(parts);
    all.put(number, part);
    return new Upload(id, key, meta, begun, all);
  }
}
