package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import onair.common.aws.AwsFailure;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsCallFailuresTest {
  private final AwsCallFailures failures = new AwsCallFailures();

  private static AwsServiceException answer(int status, String code, int attempts) {
    return AwsServiceException.builder()
        .statusCode(status)
        .requestId("differs-each-time")
        .numAttempts(attempts)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .serviceName("MediaLive")
                .errorCode(code)
                .errorMessage("Too many channels")
                .build())
        .build();
  }

  @Test
  void aRefusalOfASingleAttemptIsDefinite() {
    assertThat(failures.read(answer(429, "TooManyRequestsException", 1)))
        .isEqualTo(
            new CallFailure(
                AwsFailure.THROTTLED,
                true,
                "MediaLive TooManyRequestsException: Too many channels"));
  }

  @Test
  void aRefusalOfALaterAttemptSaysNothingAboutTheFirst() {
    assertThat(failures.read(answer(429, "TooManyRequestsException", 2)).definite()).isFalse();
  }

  @Test
  void aServerErrorMayHaveHadItsEffect() {
    var read = failures.read(answer(500, "InternalServerErrorException", 1));

    assertThat(read.meaning()).isEqualTo(AwsFailure.UNAVAILABLE);
    assertThat(read.definite()).isFalse();
  }

  @Test
  void noAnswerMayHaveHadItsEffect() {
    assertThat(failures.read(SdkClientException.create("connection reset")).definite()).isFalse();
  }

  @Test
  void whatIsNotFromTheSdkMayHaveHappenedAfterTheCall() {
    assertThat(failures.read(new NullPointerException("in a shape")).definite()).isFalse();
  }
}
