package onair.awslocal.ssm;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/**
 * What a listing is narrowed to. Values of one filter are alternatives, filters hold together.
 * Source: Systems Manager API reference, "ParameterStringFilter".
 */
final class ParameterFilters {

  private static final String TAG = "tag:";
  private static final Set<String> DESCRIBE =
      Set.of("Name", "Type", "KeyId", "Path", "Tier", "DataType");
  private static final Set<String> BY_PATH = Set.of("Type", "KeyId", "Label");

  private ParameterFilters() {}

  /** Refuses keys and options that DescribeParameters does not know. */
  static void checkDescribe(List<ParameterStringFilter> filters) {
    check(filters, DESCRIBE, true);
  }

  /** Refuses keys and options that GetParametersByPath does not know. */
  static void checkByPath(List<ParameterStringFilter> filters) {
    check(filters, BY_PATH, false);
  }

  private static void check(List<ParameterStringFilter> filters, Set<String> keys, boolean tags) {
    for (ParameterStringFilter filter : filters) {
      String key = filter.key();
      if (!keys.contains(key) && !(tags && key.startsWith(TAG))) {
        throw Refusals.filterKey(key);
      }
      Set<String> options =
          switch (key) {
            case "Name" -> Set.of("Equals", "BeginsWith", "Contains");
            case "Path" -> Set.of("Recursive", "OneLevel");
            case "KeyId" -> Set.of("Equals", "BeginsWith");
            default -> Set.of("Equals");
          };
      if (filter.option() != null && !options.contains(filter.option())) {
        throw Refusals.filterOption(key, filter.option());
      }
      if (filter.values().isEmpty() && !key.startsWith(TAG)) {
        throw Refusals.invalid("The filter " + key + " must have a value.");
      }
    }
  }

  static boolean hold(List<ParameterStringFilter> filters, ParameterRow row) {
    return filters.stream().allMatch(filter -> holds(filter, row));
  }

  private static boolean holds(ParameterStringFilter filter, ParameterRow row) {
    VersionRow current = row.current();
    String option = Objects.requireNonNullElse(filter.option(), "");
    List<String> values = filter.values();
    return switch (filter.key()) {
      case "Name" -> anyMatches(values, bare(row.name()), option);
      case "Type" -> values.contains(current.type().toString());
      case "KeyId" -> anyMatches(values, current.keyId(), option);
      case "Tier" -> values.contains(current.tier().toString());
      case "DataType" -> values.contains(current.dataType());
      case "Label" -> values.stream().anyMatch(label -> row.labelled(label).isPresent());
      case "Path" ->
          values.stream().anyMatch(path -> isBelow(path, row.name(), option.equals("Recursive")));
      default -> hasTag(filter.key().substring(TAG.length()), values, row);
    };
  }

  /** Whether a name stands below a path, directly or at any depth. */
  static boolean isBelow(String path, String name, boolean recursive) {
    String folder = path.endsWith("/") ? path : path + "/";
    String full = name.startsWith("/") ? name : "/" + name;
    return full.startsWith(folder) && (recursive || full.indexOf('/', folder.length()) < 0);
  }

  private static boolean hasTag(String key, List<String> values, ParameterRow row) {
    String value = row.tags().get(key);
    return value != null && (values.isEmpty() || values.contains(value));
  }

  /** AWS finds names with and without the slash they begin with. */
  private static String bare(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private static boolean anyMatches(List<String> values, @Nullable String text, String option) {
    return text != null
        && values.stream()
            .map(ParameterFilters::bare)
            .anyMatch(
                value ->
                    switch (option) {
                      case "BeginsWith" -> text.startsWith(value);
                      case "Contains" -> text.contains(value);
                      default -> text.equals(value);
                    });
  }
}
