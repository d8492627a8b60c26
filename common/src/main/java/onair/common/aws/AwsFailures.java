package onair.common.aws;

import java.net.HttpURLConnection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Says what a failed AWS call means. Nothing else in OnAir reads AWS status codes or error codes.
 *
 * <p>Source: the error lists of the services' API references. The error code is asked before the
 * status, because JSON 1.0 services (SQS, EventBridge) answer 400 for nearly everything, CloudFront
 * answers 400 for its limits, and MediaConnect answers 400 for a wrong state, which stays {@link
 * AwsFailure#INVALID} here: its edge has to look at the state itself.
 */
public final class AwsFailures {

  private static final List<String> THROTTLED =
      List.of("Throttl", "TooManyRequests", "RequestLimitExceeded", "SlowDown", "BandwidthLimit");
  private static final List<String> QUOTA =
      List.of("Quota", "LimitExceeded", "420", "LimitsExceeded");
  private static final List<String> NOT_FOUND =
      List.of("NotFound", "NoSuch", "NonExistent", "DoesNotExist", "DeletedRecently");
  private static final List<String> CONFLICT =
      List.of(
          "Conflict",
          "AlreadyExist",
          "InUse",
          "NotDisabled",
          "ConcurrentModification",
          "PreconditionFailed",
          "OperationInProgress",
          "QueueNameExists");
  private static final List<String> DENIED =
      List.of(
          "AccessDenied",
          "ExpiredToken",
          "UnrecognizedClient",
          "InvalidClientTokenId",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "MissingAuthenticationToken",
          "NotAuthorized",
          "InvalidAccessKeyId",
          "OptInRequired",
          "Forbidden",
          "UnauthorizedOperation");

  private static final List<String> INVALID =
      List.of("BadRequest", "Unprocessable", "Validation", "Invalid");
  private static final List<String> UNAVAILABLE =
      List.of("InternalServer", "InternalFailure", "Unavailable", "BadGateway", "GatewayTimeout");

  private AwsFailures() {}

  /**
   * Exactly one meaning for any exception of the SDK. What is not a definite refusal by AWS is
   * {@link AwsFailure#UNAVAILABLE}.
   */
  public static AwsFailure classify(SdkException failure) {
    if (!(failure instanceof SdkServiceException answer)) {
      return AwsFailure.UNAVAILABLE;
    }
    int status = answer.statusCode();
    if (answer.isThrottlingException() || status == 429) {
      return AwsFailure.THROTTLED;
    }
    if (status >= 500) {
      return AwsFailure.UNAVAILABLE;
    }
    return byStatus(status, errorCode(answer));
  }

  /**
   * What an error code means by itself, where only that is left of a failure.
   *
   * @return empty for a word that is no code of AWS as far as is known
   */
  public static Optional<AwsFailure> classify(String code) {
    if (any(UNAVAILABLE, code)) {
      return Optional.of(AwsFailure.UNAVAILABLE);
    }
    AwsFailure meaning = byStatus(HttpURLConnection.HTTP_BAD_REQUEST, code);
    return meaning != AwsFailure.INVALID || any(INVALID, code)
        ? Optional.of(meaning)
        : Optional.empty();
  }

  private static AwsFailure byStatus(int status, String code) {
    if (status == 402 || status == 420) {
      return AwsFailure.QUOTA;
    }
    if (any(THROTTLED, code)) {
      return AwsFailure.THROTTLED;
    }
    if (any(QUOTA, code) || code.startsWith("TooMany")) {
      return AwsFailure.QUOTA;
    }
    if (any(NOT_FOUND, code)) {
      return AwsFailure.NOT_FOUND;
    }
    if (any(CONFLICT, code)) {
      return AwsFailure.CONFLICT;
    }
    if (any(DENIED, code)) {
      return AwsFailure.DENIED;
    }
    return switch (status) {
      case 404, 410 -> AwsFailure.NOT_FOUND;
      case 409, 412 -> AwsFailure.CONFLICT;
      case 401, 403 -> AwsFailure.DENIED;
      case 0, 408 -> AwsFailure.UNAVAILABLE;
      default -> AwsFailure.INVALID;
    };
  }

  private static String errorCode(SdkServiceException answer) {
    if (answer instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
      String code = aws.awsErrorDetails().errorCode();
      return code == null ? "" : code;
    }
    return "";
  }

  private static boolean any(List<String> parts, String code) {
    return parts.stream().anyMatch(code::contains);
  }
}
