package onair.common.reconcile;

import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads the SDK's exceptions. The SDK reports the last of its own attempts: a refusal of the second
 * says nothing about the first, so only a refusal of a single attempt is definite. Anything that is
 * not from the SDK may have happened before or after the call, and so is not.
 */
final class AwsCallFailures implements CallFailure.Reader {

  @Override
  public CallFailure read(RuntimeException failure) {
    if (!(failure instanceof SdkException sdk)) {
      return new CallFailure(AwsFailure.UNAVAILABLE, false, failure.toString());
    }
    var meaning = AwsFailures.classify(sdk);
    var attempts = sdk.numAttempts();
    boolean single = attempts == null || attempts <= 1;
    return new CallFailure(meaning, single && meaning != AwsFailure.UNAVAILABLE, reason(sdk));
  }

  private static String reason(SdkException failure) {
    if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
      var details = answer.awsErrorDetails();
      return details.serviceName() + " " + details.errorCode() + ": " + details.errorMessage();
    }
    return String.valueOf(failure.getMessage());
  }
}
