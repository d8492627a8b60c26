package onair.awslocal.ssm;

import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.model.AccessDeniedException;
import software.amazon.awssdk.services.ssm.model.HierarchyLevelLimitExceededException;

/**
 * What parameters and their labels may be called. Source: Systems Manager user guide, "Requirements
 * and constraints for parameter names" and "Working with parameter labels".
 */
final class Names {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.\\-/]+");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z._\\-][a-zA-Z0-9._\\-]*");
  private static final int LONGEST = 1011;
  private static final int LEVELS = 15;

  private Names() {}

  static void check(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("/aws")) {
      throw AccessDeniedException.builder()
          .message("No access to reserved parameter name: " + name + ".")
          .build();
    }
    if (!NAME.matcher(name).matches() || name.length() > LONGEST || isReserved(lower)) {
      throw Refusals.invalid(
          "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). If formed"
              + " as a path, it can consist of sub-paths divided by slash symbol; each sub-path"
              + " can be formed as a mix of letters, numbers and the following 3 symbols .-_");
    }
    if (name.contains("/") && !name.startsWith("/")) {
      throw Refusals.invalid("Parameter name must be a fully qualified name.");
    }
    if (name.endsWith("/") || name.contains("//")) {
      throw Refusals.invalid("Parameter name must not have an empty level.");
    }
    if (name.chars().filter(letter -> letter == '/').count() > LEVELS) {
      throw HierarchyLevelLimitExceededException.builder()
          .message("A hierarchy can have a maximum of " + LEVELS + " levels: " + name)
          .build();
    }
  }

  static boolean isLabel(String label) {
    return LABEL.matcher(label).matches() && !isReserved(label.toLowerCase(Locale.ROOT));
  }

  /** As callers may name one: by ARN or by name. */
  static String ofId(String id) {
    int resource = id.indexOf(":parameter/");
    if (!id.startsWith("arn:") || resource < 0) {
      return id;
    }
    String path = id.substring(resource + ":parameter".length());
    return path.indexOf('/', 1) > 0 ? path : path.substring(1);
  }

  private static boolean isReserved(String lower) {
    return lower.startsWith("aws") || lower.startsWith("ssm") || lower.startsWith("/ssm");
  }
}
