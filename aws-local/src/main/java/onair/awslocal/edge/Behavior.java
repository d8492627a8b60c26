package onair.awslocal.edge;

import java.util.Set;

/**
 * How requests for the paths of one pattern are treated.
 *
 * @param originId one of the distribution's origins
 * @param allowedMethods upper case; others are refused with 403
 * @param cache what makes two requests the same, and for how long an answer is kept
 * @param forwardedQuery which query parameters the origin sees besides those of the cache key
 * @param responseHeaders what is added to every answer
 * @param access who may see what is served here
 */
public record Behavior(
    PathPattern pattern,
    String originId,
    Set<String> allowedMethods,
    CacheRule cache,
    QueryRule forwardedQuery,
    ResponseHeaders responseHeaders,
    ViewerAccess access) {

  public Behavior {
    allowedMethods = Set.copyOf(allowedMethods);
  }
}
