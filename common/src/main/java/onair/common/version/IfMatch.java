package onair.common.version;

import java.util.Arrays;
import onair.common.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version a change was decided on, out of the header {@code If-Match}. A controller takes it as
 * an argument and hands it to whoever holds the row's lock. Source: RFC 9110 section 13.1.1.
 *
 * @param header as it was sent; null when it was not
 */
public record IfMatch(@Nullable String header) {

  /** Name of the header. */
  public static final String HEADER = "If-Match";

  /** Whatever the version is. */
  public static IfMatch any() {
    return new IfMatch(null);
  }

  /**
   * Lets the change go on when the header is absent, is {@code *}, or lists the tag of this
   * version. A weak tag never matches.
   *
   * @throws Problem 412 {@code precondition_failed} with {@code current_etag}
   */
  public void require(long version) {
    if (header == null || header.strip().equals("*")) {
      return;
    }
    String current = Tagged.tag(version);
    if (Arrays.stream(header.split(",")).map(IfMatch::version).noneMatch(current::equals)) {
      throw Problem.of(412, "precondition_failed", "The resource has changed")
          .detail(
              "If-Match does not name the current version. Read the resource again and repeat the change on what you find.")
          .with("current_etag", current);
    }
  }

  /** The tag without what else the resource shows, see {@link Tagged#showing}. */
  private static String version(String tag) {
    return tag.strip().replaceFirst("^(\"\\d+)\\.[^\"]*\"$", "$1\"");
  }
}
