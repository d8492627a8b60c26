package onair.common.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where a page ended, as text: version, checksum and the last id in base64url. The checksum keeps
 * out what was mistyped or made up; it is no secret, since a cursor only says "after this id" and
 * every query is still bound to the caller's organization.
 */
final class Cursor {

  private static final byte VERSION = 1;
  private static final int HEADER = 1 + Integer.BYTES;
  private static final int MAX_LENGTH = 512;

  private Cursor() {}

  static String encode(String lastId) {
    byte[] id = lastId.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(HEADER + id.length).put(VERSION).putInt(checksum(id)).put(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Empty when the text is not a cursor made by {@link #encode}. */
  static Optional<String> decode(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() <= HEADER || bytes.get() != VERSION) {
        return Optional.empty();
      }
      int checksum = bytes.getInt();
      var id = new byte[bytes.remaining()];
      bytes.get(id);
      return checksum == checksum(id)
          ? Optional.of(new String(id, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static int checksum(byte[] id) {
    var crc = new CRC32C();
    crc.update(VERSION);
    crc.update(id);
    return (int) crc.getValue();
  }
}
