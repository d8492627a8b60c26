package onair.awslocal.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes whole bodies. */
final class Bodies {

  /**
   * A name given twice is refused; depth, number and string lengths are bounded by Jackson's
   * defaults.
   */
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Bodies() {}

  /** Throws {@link Refusal} when the bytes are no JSON. */
  static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw Refusal.malformed("The body is not valid JSON: " + e.getOriginalMessage());
    }
  }

  /** Throws {@link Refusal} when the bytes are no UTF-8. */
  static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.malformed("The body is not UTF-8.");
    }
  }

  static byte[] bytes(JsonNode json) {
    return JSON.writeValueAsBytes(json);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A body without a type is taken for the right one; with another type it is refused. */
  static void requireMediaType(WireRequest request, Set<String> accepted) {
    String type = request.mediaType();
    if (type != null && request.body().length > 0 && !accepted.contains(type)) {
      throw new Refusal(
          Refusal.Kind.UNSUPPORTED_MEDIA_TYPE,
          "The content type %s is not one of %s".formatted(type, String.join(", ", accepted)));
    }
  }

  static boolean hasBodyFields(SdkPojo type) {
    for (SdkField<?> field : type.sdkFields()) {
      if (field.location() == MarshallLocation.PAYLOAD) {
        return true;
      }
    }
    return false;
  }
}
