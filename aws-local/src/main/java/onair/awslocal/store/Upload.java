package onair.awslocal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A multipart upload that is not complete.
 *
 * @param parts by part number, 1 to 10,000
 */
public record Upload(
    String id, String key, ObjectMeta meta, Instant begun, Map<Integer, Part> parts) {

  private static final long SMALLEST_PART = 5L * 1024 * 1024;

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

  /**
   * The parts that make the object.
   *
   * @param wanted part number and ETag without quotes
   * @throws UploadRefused when one is missing, another, too small or out of order
   */
  List<Part> chosen(List<Map.Entry<Integer, String>> wanted) {
    List<Part> chosen = new ArrayList<>();
    int before = 0;
    for (Map.Entry<Integer, String> want : wanted) {
      if (want.getKey() <= before) {
        throw new UploadRefused(
            UploadRefused.Reason.INVALID_PART_ORDER,
            "The list of parts was not in ascending order.");
      }
      before = want.getKey();
      Part part = parts.get(want.getKey());
      if (part == null || !part.etag().equals(want.getValue())) {
        throw new UploadRefused(
            UploadRefused.Reason.INVALID_PART,
            "Part " + want.getKey() + " was not uploaded, or its ETag is another.");
      }
      if (!chosen.isEmpty() && chosen.getLast().size() < SMALLEST_PART) {
        throw new UploadRefused(
            UploadRefused.Reason.ENTITY_TOO_SMALL,
            "A part other than the last is smaller than 5 MiB.");
      }
      chosen.add(part);
    }
    if (chosen.isEmpty()) {
      throw new UploadRefused(
          UploadRefused.Reason.INVALID_PART, "An upload has at least one part.");
    }
    return chosen;
  }
}
