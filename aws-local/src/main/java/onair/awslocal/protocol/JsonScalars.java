package onair.awslocal.protocol;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import tools.jackson.databind.JsonNode;

/** Single JSON values as the Java types of SDK fields; strict, a number in quotes is no number. */
final class JsonScalars {

  private JsonScalars() {}

  /** The value, or null when the node is no such value. */
  static @Nullable Object read(JsonNode node, MarshallingKnownType type) {
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
      case DOUBLE -> node.isNumber() ? node.doubleValue() : null;
      case FLOAT -> node.isNumber() ? node.floatValue() : null;
      case BIG_DECIMAL -> node.isNumber() ? node.decimalValue() : null;
      case SDK_BYTES -> node.isString() ? bytes(node.stringValue()) : null;
      default -> throw new IllegalArgumentException("No JSON form for " + type);
    };
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

  private static @Nullable SdkBytes bytes(String base64) {
    try {
      return SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
