package onair.common.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsTroubleTest {

  @ParameterizedTest
  @CsvSource({
    "429, TooManyRequestsException, THROTTLED",
    "402, ServiceQuotaExceededException, QUOTA",
    "409, ConflictException, CONFLICT",
    "403, ForbiddenException, DENIED",
    "400, BadRequestException, INVALID",
    "500, InternalServerErrorException, UNAVAILABLE"
  })
  void whatWasToldIsUnderstoodAgain(int status, String code, AwsFailure meaning) {
    var told =
        AwsTrouble.of(
            AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(
                    AwsErrorDetails.builder().errorCode(code).errorMessage("what AWS says").build())
                .build());

    assertThat(AwsTrouble.meaning("It is late: " + told.words())).contains(meaning);
    assertThat(AwsTrouble.meaning("It is late: MediaLive " + code + ": what AWS says"))
        .contains(meaning);
  }

  @Test
  void noAnswerIsUnderstoodAgain() {
    var told = AwsTrouble.of(SdkClientException.create("Connect failed"));

    assertThat(AwsTrouble.meaning(told.words())).contains(AwsFailure.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stopped after 60 minutes: nobody has connected.",
        "Video Not Detected: pid 256",
        "overdue: it is CREATING",
        ""
      })
  void whatIsNoRefusalIsNotTakenForOne(String told) {
    assertThat(AwsTrouble.meaning(told)).isEmpty();
  }
}
