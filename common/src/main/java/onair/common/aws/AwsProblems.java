package onair.common.aws;

import java.time.Duration;
import java.util.Optional;
import onair.common.problem.Problem;
import onair.common.problem.ProblemSource;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells the caller when AWS could not be asked during a request; other refusals of AWS are ours to
 * handle and stay a 500.
 */
final class AwsProblems implements ProblemSource {

  @Override
  public Optional<Problem> problemFor(Throwable failure) {
    if (!(failure instanceof SdkException sdk)) {
      return Optional.empty();
    }
    return switch (AwsFailures.classify(sdk)) {
      case UNAVAILABLE ->
          Optional.of(
              unavailable("aws_unavailable", "AWS does not answer", Duration.ofSeconds(5))
                  .causedBy(sdk));
      case THROTTLED ->
          Optional.of(
              unavailable("aws_throttled", "AWS asks us to slow down", Duration.ofSeconds(2))
                  .causedBy(sdk));
      case NOT_FOUND, CONFLICT, QUOTA, DENIED, INVALID -> Optional.empty();
    };
  }

  private static Problem unavailable(String code, String title, Duration after) {
    return Problem.of(503, code, title)
        .detail("Nothing is lost: repeat the request with the same Idempotency-Key.")
        .retryAfter(after);
  }
}
