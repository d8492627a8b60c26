package onair.awslocal.protocol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a SigV4 signature says it is for. The signature itself is not checked: every key is right on
 * this machine.
 *
 * <p>Source: AWS Signature Version 4, "Create a signed request", credential scope.
 */
record CredentialScope(String accessKeyId, String region, String service) {

  private static final Pattern CREDENTIAL =
      Pattern.compile("([^/\\s]+)/\\d{8}/([a-z0-9-]+)/([A-Za-z0-9_-]+)/aws4_request");
  private static final Pattern HEADER =
      Pattern.compile("AWS4-HMAC-SHA256\\s+(?:.*,\\s*)?Credential=([^,\\s]+).*");

  /**
   * From the header, or from the query of a presigned request; empty when there is no signature.
   */
  static Optional<CredentialScope> of(WireRequest request) {
    String header = request.header("authorization");
    if (header != null) {
      Matcher authorization = HEADER.matcher(header);
      return authorization.matches() ? parse(authorization.group(1)) : Optional.empty();
    }
    List<String> presigned = request.query().get("X-Amz-Credential");
    return presigned == null ? Optional.empty() : parse(presigned.getFirst());
  }

  private static Optional<CredentialScope> parse(String credential) {
    Matcher scope = CREDENTIAL.matcher(credential);
    return scope.matches()
        ? Optional.of(new CredentialScope(scope.group(1), scope.group(2), scope.group(3)))
        : Optional.empty();
  }
}
