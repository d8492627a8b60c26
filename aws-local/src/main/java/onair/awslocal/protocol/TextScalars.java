package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** Single values written as text: in paths, queries, headers and XML. */
final class TextScalars {

  private TextScalars() {}

  /** The value, or null when the text is no such value. */
  static @Nullable Object read(
      String text, SdkField<?> field, TimestampFormatTrait.Format timestamps) {
    try {
      return switch (field.marshallingType().getKnownType()) {
        case STRING -> text;
        case BOOLEAN ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> null;
            };
        case INTEGER -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case SHORT -> Short.valueOf(text);
        case DOUBLE -> Double.valueOf(text);
        case FLOAT -> Float.valueOf(text);
        case BIG_DECIMAL -> new BigDecimal(text);
        case INSTANT -> Timestamps.read(text, Timestamps.formatOf(field, timestamps));
        case SDK_BYTES -> SdkBytes.fromByteArrayUnsafe(Base64.getMimeDecoder().decode(text));
        default -> null;
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  static String write(Object value, SdkField<?> field, TimestampFormatTrait.Format timestamps) {
    return switch (value) {
      case Instant instant -> Timestamps.write(instant, Timestamps.formatOf(field, timestamps));
      case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  static String describe(SdkField<?> field) {
    return "must be " + JsonScalars.describe(field.marshallingType().getKnownType());
  }
}
