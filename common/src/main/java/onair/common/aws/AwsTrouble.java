package onair.common.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failed AWS call in words for a user.
 *
 * @param words what went wrong, with what AWS said where that helps
 * @param forGood whether trying again is pointless
 */
public record AwsTrouble(String words, boolean forGood) {

  /** Reads an exception of the SDK. */
  public static AwsTrouble of(SdkException failure) {
    AwsFailure meaning = AwsFailures.classify(failure);
    return switch (meaning) {
      case UNAVAILABLE -> new AwsTrouble("AWS does not answer; we keep trying.", false);
      case THROTTLED -> new AwsTrouble("AWS asks us to slow down; we keep trying.", false);
      case QUOTA ->
          new AwsTrouble("A quota of the AWS account is used up: " + said(failure), false);
      case NOT_FOUND, CONFLICT ->
          new AwsTrouble("AWS is not where we expected it: " + said(failure), false);
      case DENIED -> new AwsTrouble("The AWS account does not allow it: " + said(failure), false);
      case INVALID -> new AwsTrouble("AWS refuses the request: " + said(failure), true);
    };
  }

  private static String said(SdkException failure) {
    if (failure instanceof AwsServiceException answer
        && answer.awsErrorDetails() != null
        && answer.awsErrorDetails().errorMessage() != null) {
      return answer.awsErrorDetails().errorMessage();
    }
    return failure.getClass().getSimpleName();
  }
}
