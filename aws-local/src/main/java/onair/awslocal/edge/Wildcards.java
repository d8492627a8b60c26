package onair.awslocal.edge;

/** Texts with {@code *} for any number of characters and {@code ?} for exactly one. */
final class Wildcards {

  private Wildcards() {}

  /** In time proportional to both lengths at worst, so no pattern can hang a viewer. */
  static boolean match(String pattern, String text) {
    int p = 0;
    int star = -1;
    int resume = 0;
    for (int s = 0; s < text.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = s;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(s))) {
        p++;
        s++;
      } else if (star >= 0) {
        p = star + 1;
        s = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
