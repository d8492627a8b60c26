package onair.common.aws;

import static onair.common.aws.AwsFailure.CONFLICT;
import static onair.common.aws.AwsFailure.DENIED;
import static onair.common.aws.AwsFailure.INVALID;
import static onair.common.aws.AwsFailure.NOT_FOUND;
import static onair.common.aws.AwsFailure.QUOTA;
import static onair.common.aws.AwsFailure.THROTTLED;
import static onair.common.aws.AwsFailure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

class AwsFailuresTest {

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("MediaLive, unknown channel", 404, "NotFoundException", NOT_FOUND),
        Arguments.of("MediaPackage v2, unknown group", 404, "ResourceNotFoundException", NOT_FOUND),
        Arguments.of("CloudFront, unknown distribution", 404, "NoSuchDistribution", NOT_FOUND),
        Arguments.of(
            "SQS, unknown queue, query style",
            400,
            "AWS.SimpleQueueService.NonExistentQueue",
            NOT_FOUND),
        Arguments.of("SQS, unknown queue", 400, "QueueDoesNotExist", NOT_FOUND),
        Arguments.of("EventBridge, unknown bus", 400, "ResourceNotFoundException", NOT_FOUND),
        Arguments.of("MediaStore, unknown container", 400, "ContainerNotFoundException", NOT_FOUND),
        Arguments.of("S3, unknown key", 404, "NoSuchKey", NOT_FOUND),
        Arguments.of("a bare 404", 404, "", NOT_FOUND),
        Arguments.of("MediaLive, delete while running", 409, "ConflictException", CONFLICT),
        Arguments.of("MediaPackage v2, name taken", 409, "ConflictException", CONFLICT),
        Arguments.of("EventBridge, bus exists", 400, "ResourceAlreadyExistsException", CONFLICT),
        Arguments.of("SQS, queue exists with other attributes", 400, "QueueNameExists", CONFLICT),
        Arguments.of("CloudFront, distribution enabled", 409, "DistributionNotDisabled", CONFLICT),
        Arguments.of("CloudFront, stale ETag", 412, "PreconditionFailed", CONFLICT),
        Arguments.of("CloudFront, control in use", 409, "OriginAccessControlInUse", CONFLICT),
        Arguments.of("MediaStore, name in use", 400, "ContainerInUseException", CONFLICT),
        Arguments.of(
            "EventBridge, changed meanwhile", 400, "ConcurrentModificationException", CONFLICT),
        Arguments.of("a bare 409", 409, "", CONFLICT),
        Arguments.of("MediaLive, too fast", 429, "TooManyRequestsException", THROTTLED),
        Arguments.of("any service, too fast", 400, "ThrottlingException", THROTTLED),
        Arguments.of("any service, too fast, other word", 400, "Throttling", THROTTLED),
        Arguments.of("MediaPackage v2, too fast", 429, "ThrottlingException", THROTTLED),
        Arguments.of("S3, too fast", 503, "SlowDown", THROTTLED),
        Arguments.of("EC2 style", 503, "RequestLimitExceeded", THROTTLED),
        Arguments.of("MediaPackage v2, quota", 402, "ServiceQuotaExceededException", QUOTA),
        Arguments.of("MediaConnect, quota", 420, "CreateFlow420Exception", QUOTA),
        Arguments.of("MediaStore, quota", 400, "LimitExceededException", QUOTA),
        Arguments.of("CloudFront, quota", 400, "TooManyDistributions", QUOTA),
        Arguments.of("MediaLive, no permission", 403, "ForbiddenException", DENIED),
        Arguments.of("MediaPackage v2, no permission", 403, "AccessDeniedException", DENIED),
        Arguments.of("session over", 400, "ExpiredTokenException", DENIED),
        Arguments.of("unknown key", 400, "UnrecognizedClientException", DENIED),
        Arguments.of("wrong secret", 403, "SignatureDoesNotMatch", DENIED),
        Arguments.of("not signed", 403, "MissingAuthenticationToken", DENIED),
        Arguments.of("MediaLive, invalid", 422, "UnprocessableEntityException", INVALID),
        Arguments.of("MediaLive, bad request", 400, "BadRequestException", INVALID),
        Arguments.of("MediaPackage v2, invalid", 400, "ValidationException", INVALID),
        Arguments.of("not implemented locally", 501, "NotImplementedException", UNAVAILABLE),
        Arguments.of("server error", 500, "InternalServerErrorException", UNAVAILABLE),
        Arguments.of("bad gateway", 502, "BadGatewayException", UNAVAILABLE),
        Arguments.of("gateway timeout", 504, "GatewayTimeoutException", UNAVAILABLE),
        Arguments.of("request timeout", 408, "RequestTimeout", UNAVAILABLE),
        Arguments.of("server error that says not found", 500, "NotFoundException", UNAVAILABLE));
  }

  @ParameterizedTest(name = "{0}: {1} {2} is {3}")
  @MethodSource("answers")
  void classifiesWhatAwsAnswers(String reason, int status, String code, AwsFailure meaning) {
    SdkException answer =
        AwsServiceException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();

    assertThat(AwsFailures.classify(answer)).as(reason).isEqualTo(meaning);
  }

  static Stream<SdkException> noAnswers() {
    return Stream.of(
        ApiCallTimeoutException.create(1000),
        ApiCallAttemptTimeoutException.create(1000),
        AbortedException.create("interrupted"),
        SdkClientException.create("connect", new ConnectException("refused")),
        SdkClientException.create("Unable to load credentials"),
        SdkServiceException.builder().statusCode(0).build());
  }

  @ParameterizedTest
  @MethodSource("noAnswers")
  void countsEverythingThatIsNoAnswerAsUnavailable(SdkException failure) {
    assertThat(AwsFailures.classify(failure)).isEqualTo(UNAVAILABLE);
  }
}
