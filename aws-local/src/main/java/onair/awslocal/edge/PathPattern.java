package onair.awslocal.edge;

/**
 * A path with wildcards: {@code *} stands for any number of characters, slashes too, and {@code ?}
 * for exactly one. Case matters. A missing leading slash is as good as one. Source: Amazon
 * CloudFront, cache behavior settings, path pattern.
 *
 * @param text with its leading slash, or {@code *}
 */
public record PathPattern(String text) {

  /** Matches every path. */
  public static final PathPattern EVERYTHING = new PathPattern("*");

  public PathPattern {
    if (!text.startsWith("/") && !text.startsWith("*")) {
      text = "/" + text;
    }
  }

  boolean matches(String path) {
    return Wildcards.match(text, path);
  }
}
