package onair.awslocal.secretsmanager;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;

/**
 * Which secrets a listing is about: all filters must hold, of a filter's values one.
 *
 * <p>Source: Secrets Manager API reference, "Filter": prefixes, case-sensitive but for
 * descriptions; a value that begins with {@code !} asks for the others. Not covered: {@code
 * primary-region} and {@code owning-service}, which no secret here has.
 */
final class SecretFilters {

  private SecretFilters() {}

  static boolean hold(List<Filter> filters, SecretRow row) {
    return filters.stream().allMatch(filter -> holds(filter, row));
  }

  private static boolean holds(Filter filter, SecretRow row) {
    return filter.values().stream()
        .anyMatch(
            value ->
                value.startsWith("!")
                    ? !matches(filter.key(), value.substring(1), row)
                    : matches(filter.key(), value, row));
  }

  private static boolean matches(FilterNameStringType key, String value, SecretRow row) {
    return switch (key) {
      case NAME -> row.name().startsWith(value);
      case TAG_KEY -> row.tags().keySet().stream().anyMatch(tag -> tag.startsWith(value));
      case TAG_VALUE -> row.tags().values().stream().anyMatch(tag -> tag.startsWith(value));
      case DESCRIPTION -> lower(row).startsWith(value.toLowerCase(Locale.ROOT));
      case ALL -> anywhere(value, row);
      case PRIMARY_REGION, OWNING_SERVICE, UNKNOWN_TO_SDK_VERSION -> false;
    };
  }

  private static boolean anywhere(String value, SecretRow row) {
    Stream<String> tags = Stream.concat(row.tags().keySet().stream(), row.tags().values().stream());
    return Stream.concat(Stream.of(row.name(), lower(row)), tags)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT)));
  }

  private static String lower(SecretRow row) {
    String description = row.description();
    return description == null ? "" : description.toLowerCase(Locale.ROOT);
  }
}
