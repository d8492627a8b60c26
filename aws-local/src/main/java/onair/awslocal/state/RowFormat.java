package onair.awslocal.state;

import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/** A row file: the key as a JSON string, a line feed, the row's bytes. */
final class RowFormat {

  private static final JsonMapper JSON = new JsonMapper();

  private RowFormat() {}

  record Content(String key, byte[] value) {}

  static byte[] write(String key, byte[] value) {
    byte[] head = JSON.writeValueAsBytes(key);
    byte[] row = Arrays.copyOf(head, head.length + 1 + value.length);
    row[head.length] = '\n';
    System.arraycopy(value, 0, row, head.length + 1, value.length);
    return row;
  }

  static Content read(byte[] row) {
    int end = 0;
    while (end < row.length && row[end] != '\n') {
      end++;
    }
    if (end == row.length) {
      throw new IllegalArgumentException("no key line");
    }
    String key = JSON.readValue(row, 0, end, String.class);
    return new Content(key, Arrays.copyOfRange(row, end + 1, row.length));
  }
}
