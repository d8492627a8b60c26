package onair.awslocal.edge;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a distribution adds to every answer, errors too, so that players in any page can read them.
 *
 * <p>With a response headers policy the policy decides. Without one CloudFront adds nothing and
 * passes the origin's own CORS headers on; MediaPackage always sends {@code
 * Access-Control-Allow-Origin: *}. Local origins answer without headers, so {@link #ORIGIN_CORS}
 * stands for what they would have sent. Not exposed to scripts, as in AWS without a policy: {@code
 * X-Cache} and {@code Age}.
 *
 * @param always added to every answer
 * @param cross added when the request has an {@code Origin} header
 * @param preflight added to answers to {@code OPTIONS} that ask for a method
 */
public record ResponseHeaders(
    Map<String, String> always, Map<String, String> cross, Map<String, String> preflight) {

  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String EXPOSE = "Access-Control-Expose-Headers";

  private static final Map<String, String> ANY_ORIGIN = Map.of(ALLOW_ORIGIN, "*");

  private static final Map<String, String> READING_FROM_ANYWHERE =
      ordered(
          "Access-Control-Allow-Methods", "GET, HEAD, OPTIONS",
          "Access-Control-Allow-Headers", "*",
          "Access-Control-Max-Age", "600");

  /** No policy: what a media origin sends by itself. */
  public static final ResponseHeaders ORIGIN_CORS =
      new ResponseHeaders(
          ordered(ALLOW_ORIGIN, "*", EXPOSE, "Server, Range, Content-Length, Content-Range, Date"),
          Map.of(),
          READING_FROM_ANYWHERE);

  /** AWS's managed policy SimpleCORS. */
  public static final ResponseHeaders SIMPLE_CORS =
      new ResponseHeaders(Map.of(), ANY_ORIGIN, Map.of());

  /** AWS's managed policy CORS-With-Preflight. */
  public static final ResponseHeaders CORS_WITH_PREFLIGHT =
      new ResponseHeaders(
          Map.of(),
          ordered(ALLOW_ORIGIN, "*", EXPOSE, "*"),
          ordered("Access-Control-Allow-Methods", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"));

  /** AWS's managed policy SecurityHeadersPolicy. */
  public static final ResponseHeaders SECURITY =
      new ResponseHeaders(
          ordered(
              "X-XSS-Protection", "1; mode=block",
              "X-Frame-Options", "SAMEORIGIN",
              "Referrer-Policy", "strict-origin-when-cross-origin",
              "X-Content-Type-Options", "nosniff",
              "Strict-Transport-Security", "max-age=31536000"),
          Map.of(),
          Map.of());

  /** Both; of a header in both the other one's. */
  public ResponseHeaders and(ResponseHeaders other) {
    return new ResponseHeaders(
        joined(always, other.always),
        joined(cross, other.cross),
        joined(preflight, other.preflight));
  }

  private static Map<String, String> joined(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new LinkedHashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }
}
