package onair.awslocal.cloudfront;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.InvalidIfMatchVersionException;
import software.amazon.awssdk.services.cloudfront.model.PreconditionFailedException;

/** CloudFront's optimistic locking: who changes something names the version they saw. */
final class Versions {

  private static final Pattern ETAG = Pattern.compile("[A-Z0-9]{1,32}");

  private Versions() {}

  /**
   * @throws InvalidIfMatchVersionException (400) when nothing that could be a version is named
   * @throws PreconditionFailedException (412) when it is not the current one
   */
  static void require(@Nullable String ifMatch, String current) {
    if (ifMatch == null || !ETAG.matcher(ifMatch).matches()) {
      throw InvalidIfMatchVersionException.builder()
          .message("The If-Match version is missing or not valid for the resource.")
          .build();
    }
    if (!ifMatch.equals(current)) {
      throw PreconditionFailedException.builder()
          .message(
              "The request failed because it didn't meet the preconditions in one or more"
                  + " request-header fields.")
          .build();
    }
  }
}
