package onair.awslocal.sqs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import onair.awslocal.sqs.MessageRow.AttributeRow;

/**
 * The MD5 sums by which clients check that a message arrived whole.
 *
 * <p>Source: Amazon SQS Developer Guide, "Calculating the MD5 message digest for message
 * attributes".
 */
final class MessageDigests {

  private static final byte TEXT = 1;
  private static final byte BINARY = 2;

  private MessageDigests() {}

  static String ofBody(String body) {
    return HexFormat.of().formatHex(md5().digest(body.getBytes(StandardCharsets.UTF_8)));
  }

  static String ofAttributes(Map<String, AttributeRow> attributes) {
    MessageDigest digest = md5();
    new TreeMap<>(attributes)
        .forEach(
            (name, attribute) -> {
              update(digest, name.getBytes(StandardCharsets.UTF_8));
              update(digest, attribute.type().getBytes(StandardCharsets.UTF_8));
              byte[] binary = attribute.binary();
              digest.update(binary == null ? TEXT : BINARY);
              String text = attribute.text() == null ? "" : attribute.text();
              update(digest, binary == null ? text.getBytes(StandardCharsets.UTF_8) : binary);
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
