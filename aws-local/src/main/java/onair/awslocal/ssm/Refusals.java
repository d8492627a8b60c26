package onair.awslocal.ssm;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ssm.model.InvalidFilterKeyException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterOptionException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;
import software.amazon.awssdk.services.ssm.model.SsmException;
import software.amazon.awssdk.services.ssm.model.ValidationException;

/** Parameter Store's refusals, in its own words. */
final class Refusals {

  private static final int HTTP_NOT_IMPLEMENTED = 501;

  private Refusals() {}

  static ValidationException invalid(String message) {
    return ValidationException.builder().message(message).build();
  }

  static ParameterNotFoundException notFound(String name) {
    return ParameterNotFoundException.builder()
        .message("Parameter " + name + " not found.")
        .build();
  }

  static ParameterVersionNotFoundException noVersion(String name, String selector) {
    return ParameterVersionNotFoundException.builder()
        .message(
            "Systems Manager could not find version %s of %s. Verify the version and try again."
                .formatted(selector, name))
        .build();
  }

  static InvalidFilterKeyException filterKey(String key) {
    return InvalidFilterKeyException.builder()
        .message("The filter key " + key + " is not valid for this operation.")
        .build();
  }

  static InvalidFilterOptionException filterOption(String key, String option) {
    return InvalidFilterOptionException.builder()
        .message(
            "The following filter option is not valid: %s, of the filter key %s."
                .formatted(option, key))
        .build();
  }

  static SsmException notImplemented(String what) {
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .errorCode("NotImplemented")
            .errorMessage("aws-local does not implement " + what)
            .build();
    return (SsmException)
        SsmException.builder().awsErrorDetails(details).statusCode(HTTP_NOT_IMPLEMENTED).build();
  }
}
