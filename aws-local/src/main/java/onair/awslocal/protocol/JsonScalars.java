package onair.awslocal.protocol;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Single JSON values as the Java types of SDK fields; strict, a number in quotes is no number. */
final class JsonScalars {

  private JsonScalars() {}

  /** The value, or null when the node is no such value. */
  static @Nullable Object read(JsonNode node, MarshallingKnownType type) {
    try {
      return convert(node, type);
    } catch (JacksonException e) { // a number that fits no Java type
      return null;
    }
  }

  private static @Nullable Object convert(JsonNode node, MarshallingKnownType type) {
    return switch (type) {
      case STRING -> node.isString() ? node.stringValue() : null;
      case BOOLEAN -> node.isBoolean() ? node.booleanValue() : null;
      case INTEGER ->
          node.canConvertToExactIntegral() && node.canConvertToInt() ? node.intValue() : null;
      case LONG ->
          node.canConvertToExactIntegral() && node.canConvertToLong() ? node.longValue() : null;
      case SHORT ->
          node.canConvertToExactIntegral() && node.canConvertToInt()
              ? (short) node.intValue()
              : null;
      case DOUBLE -> isFinite(node) ? node.doubleValue() : null;
      case FLOAT -> isFinite(node) ? (float) node.doubleValue() : null;
      case BIG_DECIMAL -> isFinite(node) ? node.decimalValue() : null;
      case SDK_BYTES ->
          node.isBinary() ? binary(node) : node.isString() ? bytes(node.stringValue()) : null;
      default -> throw new IllegalArgumentException("No JSON form for " + type);
    };
  }

  /** Numbers such as 1e400 are read as infinite. */
  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  static String describe(MarshallingKnownType type) {
    return switch (type) {
      case STRING -> "a string";
      case BOOLEAN -> "a boolean";
      case INTEGER, LONG, SHORT -> "an integer";
      case DOUBLE, FLOAT, BIG_DECIMAL -> "a number";
      case SDK_BYTES -> "a base64 string";
      default -> "a " + type.name().toLowerCase(java.util.Locale.ROOT);
    };
  }

  /** CBOR has bytes of its own. */
  private static SdkBytes binary(JsonNode node) {
    return SdkBytes.fromByteArrayUnsafe(node.binaryValue());
  }

  private static @Nullable SdkBytes bytes(String base64) {
    try {
      return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
