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
 */
public record OriginRequest(
    String method,
    String path,
    Map<String, String> query,
    @Nullable String principal,
    @Nullable String sourceArn,
    String sourceAccount) {

  public OriginRequest {
    query = Map.copyOf(query);
  }

  /** A request nobody signed. */
  public static OriginRequest anonymous(String method, String path, Map<String, String> query) {
    return new OriginRequest(method, path, query, null, null, "");
  }
}
