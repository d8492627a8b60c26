package onair.awslocal.cloudwatch;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;

/** CloudWatch's refusals, in its own words. */
final class Refusals {

  private static final int HTTP_BAD_REQUEST = 400;
  private static final int HTTP_NOT_IMPLEMENTED = 501;

  private Refusals() {}

  static InvalidParameterValueException value(String message) {
    return InvalidParameterValueException.builder().message(message).build();
  }

  static InvalidParameterCombinationException combination(String message) {
    return InvalidParameterCombinationException.builder().message(message).build();
  }

  static MissingRequiredParameterException missing(String parameter) {
    return MissingRequiredParameterException.builder()
        .message("The parameter " + parameter + " is required.")
        .build();
  }

  static InvalidNextTokenException token() {
    return InvalidNextTokenException.builder().message("The next token is not valid.").build();
  }

  /** GetMetricData models no error for bad queries. */
  static CloudWatchException invalid(String message) {
    return error("ValidationError", HTTP_BAD_REQUEST, message);
  }

  static CloudWatchException notImplemented(String what) {
    return error("NotImplemented", HTTP_NOT_IMPLEMENTED, "aws-local does not implement " + what);
  }

  private static CloudWatchException error(String code, int status, String message) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    return (CloudWatchException)
        CloudWatchException.builder().awsErrorDetails(details).statusCode(status).build();
  }
}
