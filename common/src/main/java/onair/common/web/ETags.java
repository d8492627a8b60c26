package onair.common.web;

import java.util.Arrays;
import onair.common.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * ETags made from a row's version, and the {@code If-Match} check. Source: RFC 9110 sections 8.8.3
 * and 13.1.1.
 */
public final class ETags {

  private ETags() {}

  /** A strong tag with its quotes, ready for the header. */
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /**
   * Lets the request through when the header is absent, is {@code *}, or lists the tag of this
   * version. A weak tag never matches.
   *
   * @throws Problem 412 {@code precondition_failed} with {@code current_etag}
   */
  public static void require(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return;
    }
    String current = of(version);
    if (Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(current::equals)) {
      throw Problem.of(412, "precondition_failed", "The resource has changed")
          .detail(
              "If-Match does not name the current version. Read the resource again and repeat the change on what you find.")
          .with("current_etag", current);
    }
  }
}
