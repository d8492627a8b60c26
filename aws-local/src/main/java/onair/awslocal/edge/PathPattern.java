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

  /** In time proportional to both lengths at worst, so no pattern can hang a viewer. */
  boolean matches(String path) {
    int p = 0;
    int star = -1;
    int resume = 0;
    for (int s = 0; s < path.length(); ) {
      if (p < text.length() && text.charAt(p) == '*') {
        star = p++;
        resume = s;
      } else if (p < text.length() && (text.charAt(p) == '?' || text.charAt(p) == path.charAt(s))) {
        p++;
        s++;
      } else if (star >= 0) {
        p = star + 1;
        s = ++resume;
      } else {
        return false;
      }
    }
    while (p < text.length() && text.charAt(p) == '*') {
      p++;
    }
    return p == text.length();
  }
}
