package onair.awslocal.policy;

import java.util.regex.Pattern;

/** IAM's wildcards: {@code *} is any run of characters, {@code ?} exactly one. */
final class Wildcard {

  private static final int ARN_PARTS = 6;

  private Wildcard() {}

  static boolean matches(String pattern, String value) {
    return compile(pattern, 0).matcher(value).matches();
  }

  static boolean matchesIgnoringCase(String pattern, String value) {
    return compile(pattern, Pattern.CASE_INSENSITIVE).matcher(value).matches();
  }

  /**
   * Compares two ARNs part by part, so that a wildcard never runs over a colon into the next part
   * (the last part may hold colons itself). A pattern of only {@code *} matches any ARN.
   */
  static boolean matchesArn(String pattern, String arn) {
    if (pattern.equals("*")) {
      return true;
    }
    var wanted = pattern.split(":", ARN_PARTS);
    var given = arn.split(":", ARN_PARTS);
    if (wanted.length != ARN_PARTS || given.length != ARN_PARTS) {
      return false;
    }
    for (int part = 0; part < ARN_PARTS; part++) {
      if (!matches(wanted[part], given[part])) {
        return false;
      }
    }
    return true;
  }

  private static Pattern compile(String pattern, int flags) {
    var regex = new StringBuilder();
    for (var c : pattern.toCharArray()) {
      switch (c) {
        case '*' -> regex.append(".*");
        case '?' -> regex.append('.');
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
  }
}
