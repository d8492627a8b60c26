package onair.awslocal.origin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as an origin sees it.
 *
 * @param method upper case, such as {@code GET}
 * @param path decoded, starts with a slash, has no dot segments
 * @param query decoded; of a repeated name the first value
 * @param principal the AWS service that signed, {@code cloudfront.amazonaws.com}; null is anonymous
 * @param sourceArn {@code aws:SourceArn} of a signed request, the distribution's ARN
 * @param sourceAccount {@code aws:SourceAccount} of a signed request, else empty
 * @param headers the viewer's headers that reach the origin, by name in lower case; most origins
 *     look at none
 * @param body empty without one; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
public record OriginRequest(
    String method,
    String path,
    Map<String, String> query,
    @Nullable String principal,
    @Nullable String sourceArn,
    String sourceAccount,
    Map<String, String> headers,
    byte[] body) {

  private static final byte[] NO_BODY = {};

  public OriginRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /** A request without headers or body. */
  public OriginRequest(
      String method,
      String path,
      Map<String, String> query,
      @Nullable String principal,
      @Nullable String sourceArn,
      String sourceAccount) {
    this(method, path, query, principal, sourceArn, sourceAccount, Map.of(), NO_BODY);
  }

  /** A request nobody signed. */
  public static OriginRequest anonymous(String method, String path, Map<String, String> query) {
    return new OriginRequest(method, path, query, null, null, "");
  }

  /** The same request with the viewer's headers and body. */
  public OriginRequest with(Map<String, String> viewerHeaders, byte[] viewerBody) {
    return new OriginRequest(
        method, path, query, principal, sourceArn, sourceAccount, viewerHeaders, viewerBody);
  }
}
