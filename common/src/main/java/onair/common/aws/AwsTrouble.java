package onair.common.aws;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A failed AWS call in words for a user.
 *
 * @param words what went wrong, with what AWS said where that helps
 * @param forGood whether trying again is pointless
 */
public record AwsTrouble(String words, boolean forGood) {

  private static final String NO_ANSWER = "AWS does not answer; we keep trying.";
  private static final String TOO_FAST = "AWS asks us to slow down; we keep trying.";
  private static final String USED_UP = "A quota of the AWS account is used up: ";
  private static final String ELSEWHERE = "AWS is not where we expected it: ";
  private static final String NOT_ALLOWED = "The AWS account does not allow it: ";
  private static final String REFUSED = "AWS refuses the request: ";

  /** What {@link #words} begin with, and what they mean then. */
  private static final Map<String, AwsFailure> MEANINGS =
      Map.of(
          NO_ANSWER, AwsFailure.UNAVAILABLE,
          TOO_FAST, AwsFailure.THROTTLED,
          USED_UP, AwsFailure.QUOTA,
          ELSEWHERE, AwsFailure.CONFLICT,
          NOT_ALLOWED, AwsFailure.DENIED,
          REFUSED, AwsFailure.INVALID);

  /** AWS's error code, as it is quoted before what AWS said. */
  private static final Pattern CODE = Pattern.compile("(\\w+):");

  /** Reads an exception of the SDK. */
  public static AwsTrouble of(SdkException failure) {
    AwsFailure meaning = AwsFailures.classify(failure);
    return switch (meaning) {
      case UNAVAILABLE -> new AwsTrouble(NO_ANSWER, false);
      case THROTTLED -> new AwsTrouble(TOO_FAST, false);
      case QUOTA -> new AwsTrouble(USED_UP + said(failure), false);
      case NOT_FOUND, CONFLICT -> new AwsTrouble(ELSEWHERE + said(failure), false);
      case DENIED -> new AwsTrouble(NOT_ALLOWED + said(failure), false);
      case INVALID -> new AwsTrouble(REFUSED + said(failure), true);
    };
  }

  /**
   * What a sentence means that has been told, be it {@link #words} or one that quotes AWS's error
   * code, alone or at the end of another.
   *
   * @return empty for a sentence in which AWS has not refused anything
   */
  public static Optional<AwsFailure> meaning(String told) {
    return MEANINGS.entrySet().stream()
        .filter(known -> told.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(
            () ->
                CODE.matcher(told)
                    .results()
                    .map(found -> AwsFailures.classify(found.group(1)))
                    .flatMap(Optional::stream)
                    .findFirst());
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
