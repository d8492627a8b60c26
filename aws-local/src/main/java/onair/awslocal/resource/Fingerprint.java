package onair.awslocal.resource;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import onair.awslocal.protocol.SdkJson;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells whether two requests ask for the same, as idempotency tokens need it. */
public final class Fingerprint {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private Fingerprint() {}

  /**
   * SHA-256 in hexadecimal over all members of a request but its token; the order of map entries
   * plays no part.
   *
   * @param token member name of the idempotency token, such as {@code RequestId}
   */
  public static String of(SdkPojo request, String token) {
    ObjectNode members = (ObjectNode) JSON.readTree(write(request));
    members.remove(token);
    return HexFormat.of().formatHex(digest(JSON.writeValueAsBytes(members)));
  }

  /** SHA-256. */
  public static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @SuppressWarnings("unchecked") // a codec of the shape's own class writes the shape
  private static <T extends SdkPojo> byte[] write(T shape) {
    return SdkJson.codec((Class<T>) shape.getClass()).write(shape);
  }
}
