package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/**
 * The three ways AWS writes times, all with milliseconds at most.
 *
 * <p>Source: Smithy 2.0, "timestampFormat trait".
 */
final class Timestamps {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private static final int MAX_DIGITS = 15;

  private Timestamps() {}

  static TimestampFormatTrait.Format formatOf(
      SdkField<?> field, TimestampFormatTrait.Format otherwise) {
    return field
        .getOptionalTrait(TimestampFormatTrait.class)
        .map(TimestampFormatTrait::format)
        .orElse(otherwise);
  }

  static String write(Instant instant, TimestampFormatTrait.Format format) {
    return switch (format) {
      case RFC_822 -> HTTP_DATE.format(instant);
      case UNIX_TIMESTAMP, UNIX_TIMESTAMP_MILLIS -> epochSeconds(instant).toPlainString();
      default -> DateTimeFormatter.ISO_INSTANT.format(instant);
    };
  }

  /** Throws {@link java.time.DateTimeException} when the text is no time. */
  static Instant read(String text, TimestampFormatTrait.Format format) {
    return switch (format) {
      case RFC_822 -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      case UNIX_TIMESTAMP, UNIX_TIMESTAMP_MILLIS -> number(text);
      default -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    };
  }

  private static Instant number(String text) {
    try {
      return ofEpochSeconds(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new DateTimeException("Not a number of seconds", e);
    }
  }

  static Instant ofEpochSeconds(BigDecimal seconds) {
    if (seconds.precision() - seconds.scale()
        > MAX_DIGITS) { // before any arithmetic: 1e999999999 is a number, too
      throw new DateTimeException("Out of range");
    }
    return Instant.ofEpochMilli(
        seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact());
  }

  static BigDecimal epochSeconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), 3);
  }
}
