package onair.awslocal.s3;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was set on a bucket.
 *
 * @param policy IAM policy document; null for none
 * @param cors rules in order, the first that fits counts
 */
record BucketSettings(@Nullable String policy, List<CorsRule> cors) {

  static final BucketSettings NONE = new BucketSettings(null, List.of());

  BucketSettings {
    cors = List.copyOf(cors);
  }

  BucketSettings withPolicy(@Nullable String other) {
    return new BucketSettings(other, cors);
  }

  BucketSettings withCors(List<CorsRule> others) {
    return new BucketSettings(policy, others);
  }

  /**
   * Source: Amazon S3 User Guide, "Elements of a CORS configuration".
   *
   * @param origins with at most one {@code *} each
   * @param headers allowed request headers, with at most one {@code *} each
   */
  record CorsRule(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      int maxAgeSeconds) {

    boolean fits(String origin, String method) {
      return methods.contains(method) && origins.stream().anyMatch(one -> like(one, origin));
    }

    boolean allowsHeaders(List<String> names) {
      return names.stream().allMatch(name -> headers.stream().anyMatch(one -> like(one, name)));
    }

    private static boolean like(String pattern, String text) {
      int star = pattern.indexOf('*');
      if (star < 0) {
        return pattern.equalsIgnoreCase(text);
      }
      String head = pattern.substring(0, star);
      String tail = pattern.substring(star + 1);
      return text.length() >= head.length() + tail.length()
          && text.regionMatches(true, 0, head, 0, head.length())
          && text.regionMatches(true, text.length() - tail.length(), tail, 0, tail.length());
    }
  }
}
