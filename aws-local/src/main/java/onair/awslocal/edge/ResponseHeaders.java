package onair.awslocal.edge;

import java.util.LinkedHashMap;
import java.util.List;
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
 * @param origins of pages that may read answers, with {@code *} for anything; empty for no rule
 */
public record ResponseHeaders(
    Map<String, String> always,
    Map<String, String> cross,
    Map<String, String> preflight,
    List<String> origins) {

  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String EXPOSE = "Access-Control-Expose-Headers";

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

  /** Without a rule about origins of pages. */
  public ResponseHeaders(
      Map<String, String> always, Map<String, String> cross, Map<String, String> preflight) {
    this(always, cross, preflight, List.of());
  }

  public ResponseHeaders {
    origins = List.copyOf(origins);
  }

  /** What a page of this origin gets besides; nothing when it may not read the answer. */
  Map<String, String> across(String origin) {
    if (origins.isEmpty()) {
      return cross;
    }
    if (origins.stream().noneMatch(allowed -> Wildcards.match(allowed, origin))) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>(cross);
    boolean any = origins.contains("*");
    headers.put(ALLOW_ORIGIN, any ? "*" : origin);
    if (!any) {
      headers.put("Vary", "Origin");
    }
    return headers;
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }
}
