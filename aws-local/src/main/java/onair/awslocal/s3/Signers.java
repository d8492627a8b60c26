package onair.awslocal.s3;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed a request, and whether it is so. A browser with a presigned URL has no other proof, so
 * there a key nobody configured is refused; a signature in the header counts when its key is
 * configured, and any other key is some caller of this machine, as with every other service here.
 */
final class Signers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-[A-Z0-9-]+\\s+Credential=([^,\\s]+),\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([^,\\s]+)");

  private final Map<String, String> secrets;
  private final InstantSource clock;

  /**
   * @param secrets secret access key by access key id
   */
  Signers(Map<String, String> secrets, InstantSource clock) {
    this.secrets = Map.copyOf(secrets);
    this.clock = clock;
  }

  /** Whether it carries any signature, for s3 or not. */
  static boolean signs(S3Request request) {
    return request.header("authorization") != null || isPresigned(request);
  }

  static boolean isPresigned(S3Request request) {
    return request.has("X-Amz-Credential");
  }

  /** Whether the signature, right or wrong, is one for s3. */
  static boolean signsForS3(S3Request request) {
    String authorization = request.header("authorization");
    if (authorization == null) {
      return request.parameter("X-Amz-Credential", "").endsWith("/s3/aws4_request");
    }
    Matcher header = HEADER.matcher(authorization);
    return header.matches() && header.group(1).endsWith("/s3/aws4_request");
  }

  /** Returns when the signature is right and in time, else throws. */
  void require(S3Request request) {
    if (request.header("authorization") == null) {
      requirePresigned(request);
    } else {
      requireHeader(request, String.valueOf(request.header("authorization")));
    }
  }

  private void requirePresigned(S3Request request) {
    SignatureV4 signature =
        new SignatureV4(
            List.of(request.parameter("X-Amz-Credential", "").split("/")),
            request.parameter("X-Amz-Date", ""),
            List.of(request.parameter("X-Amz-SignedHeaders", "").split(";")),
            request.parameter("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"));
    if (!signature.isForS3()
        || !request.parameter("X-Amz-Algorithm", "").equals(SignatureV4.ALGORITHM)
        || !signature.headers().contains("host")) {
      throw S3Failure.invalid(
          "AuthorizationQueryParametersError", "The query does not hold a SigV4 signature for s3.");
    }
    String secret = secrets.get(signature.accessKeyId());
    if (secret == null) {
      throw S3Failure.invalidAccessKeyId();
    }
    requireUnexpired(request);
    if (!signature.isRight(request.parameter("X-Amz-Signature", ""), secret, request)) {
      throw S3Failure.signatureDoesNotMatch();
    }
  }

  private void requireHeader(S3Request request, String authorization) {
    Matcher header = HEADER.matcher(authorization);
    if (!header.matches()) {
      throw S3Failure.accessDenied("The Authorization header cannot be read.");
    }
    SignatureV4 signature =
        new SignatureV4(
            List.of(header.group(1).split("/")),
            request.headers().getOrDefault("x-amz-date", ""),
            List.of(header.group(2).split(";")),
            request.headers().getOrDefault("x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
    String secret = secrets.get(signature.accessKeyId());
    if (secret != null && !signature.isRight(header.group(3), secret, request)) {
      throw S3Failure.signatureDoesNotMatch();
    }
  }

  private void requireUnexpired(S3Request request) {
    try {
      Instant signed = Instant.from(TIME.parse(request.parameter("X-Amz-Date", "")));
      long seconds = Long.parseLong(request.parameter("X-Amz-Expires", ""));
      Instant now = clock.instant();
      if (seconds < 1 || seconds > LONGEST.toSeconds()) {
        throw S3Failure.invalid(
            "AuthorizationQueryParametersError", "X-Amz-Expires must be 1 to 604800 seconds.");
      }
      if (signed.isAfter(now.plus(CLOCK_SKEW))) {
        throw S3Failure.accessDenied("Request is not valid yet");
      }
      if (now.isAfter(signed.plusSeconds(seconds))) {
        throw S3Failure.accessDenied("Request has expired");
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw S3Failure.invalid(
          "AuthorizationQueryParametersError", "X-Amz-Date or X-Amz-Expires cannot be read.");
    }
  }
}
