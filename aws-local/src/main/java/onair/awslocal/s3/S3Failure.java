package onair.awslocal.s3;

import onair.awslocal.protocol.CallOutcome;
import onair.awslocal.signature.SignatureRefused;

/** A refusal in S3's words. Source: Amazon S3 API Reference, "Error responses". */
final class S3Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private S3Failure(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** Too many requests. */
  static S3Failure slowDown(String message) {
    return new S3Failure(503, "SlowDown", message);
  }

  /** A fault of aws-local's own. */
  static S3Failure internal(String requestId) {
    return new S3Failure(
        500, "InternalError", "aws-local failed; its log says why under request " + requestId);
  }

  /** An error somebody asked for, by the code S3 has for its status when there is none. */
  static S3Failure askedFor(CallOutcome.Refused refused) {
    int status = refused.status();
    String code = refused.code();
    if (code == null) {
      code =
          switch (status) {
            case 403 -> "AccessDenied";
            case 503 -> "ServiceUnavailable";
            default -> status < 500 ? "InvalidRequest" : "InternalError";
          };
    }
    return new S3Failure(status, code, refused.message());
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  static S3Failure noSuchBucket(String bucket) {
    return new S3Failure(404, "NoSuchBucket", "The specified bucket does not exist: " + bucket);
  }

  static S3Failure noSuchKey() {
    return new S3Failure(404, "NoSuchKey", "The specified key does not exist.");
  }

  static S3Failure noSuchUpload() {
    return new S3Failure(
        404,
        "NoSuchUpload",
        "The specified upload does not exist; it may be completed or aborted.");
  }

  static S3Failure notFound(String code, String message) {
    return new S3Failure(404, code, message);
  }

  static S3Failure accessDenied(String message) {
    return new S3Failure(403, "AccessDenied", message);
  }

  /** A signature that does not count, in S3's words. */
  static S3Failure of(SignatureRefused refused, boolean presigned) {
    return switch (refused.kind()) {
      case MISSING, EXPIRED -> accessDenied(refused.getMessage());
      case INCOMPLETE ->
          invalid(
              presigned ? "AuthorizationQueryParametersError" : "AuthorizationHeaderMalformed",
              refused.getMessage());
      case UNKNOWN_KEY ->
          new S3Failure(
              403,
              "InvalidAccessKeyId",
              "The AWS access key id you provided does not exist in our records.");
      case WRONG -> new S3Failure(403, "SignatureDoesNotMatch", refused.getMessage());
      case SKEWED ->
          new S3Failure(
              403,
              "RequestTimeTooSkewed",
              "The difference between the request time and the current time is too large.");
    };
  }

  static S3Failure conflict(String code, String message) {
    return new S3Failure(409, code, message);
  }

  static S3Failure invalid(String code, String message) {
    return new S3Failure(400, code, message);
  }

  static S3Failure preconditionFailed() {
    return new S3Failure(
        412, "PreconditionFailed", "At least one of the preconditions you specified did not hold.");
  }

  static S3Failure invalidRange() {
    return new S3Failure(416, "InvalidRange", "The requested range is not satisfiable.");
  }

  static S3Failure notImplemented(String what) {
    return new S3Failure(501, "NotImplemented", "aws-local's S3 does not know " + what + ".");
  }
}
