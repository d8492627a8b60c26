package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

class CallFilterTest {

  private final RecordingBackend mediaLive = new RecordingBackend(MediaLiveClient.class);
  private final AtomicReference<CallFilter> filter = new AtomicReference<>();
  private final List<String> seen = new ArrayList<>();
  private LocalApi api;
  private MediaLiveClient client;

  @BeforeEach
  void start() {
    CallFilter recorder =
        (call, onwards) -> {
          seen.add(call.service() + " " + call.operation() + " " + call.context().accountId());
          return onwards.get();
        };
    CallFilter current = (call, onwards) -> filter.get().filter(call, onwards);
    api =
        new LocalApi(
            List.of(recorder, current),
            new Backend("medialive", MediaLiveClient.class, mediaLive.client()),
            backend("mediaconnect", MediaConnectClient.class),
            backend("mediaconvert", MediaConvertClient.class),
            backend("mediapackagev2", MediaPackageV2Client.class),
            backend("mediatailor", MediaTailorClient.class),
            backend("cloudfront", CloudFrontClient.class),
            backend("events", EventBridgeClient.class),
            backend("sqs", SqsClient.class),
            backend("sts", StsClient.class));
    client = api.client(MediaLiveClient.builder());
    filter.set((call, onwards) -> onwards.get());
    mediaLive.willReturn(DescribeChannelResponse.builder().name("news").build());
  }

  private static Backend backend(
      String name, Class<? extends software.amazon.awssdk.core.SdkClient> api) {
    return new Backend(name, api, new RecordingBackend(api).client());
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  @Test
  void isAskedAboutEveryCallInTurnWithItsServiceOperationAndCaller() {
    assertThat(describe()).isEqualTo("news");
    assertThat(seen).containsExactly("medialive DescribeChannel " + LocalApi.ACCOUNT);
  }

  @Test
  void comesBeforeTheInputIsLookedAt() {
    filter.set((call, onwards) -> new CallOutcome.Refused(500, null, "down"));
    assertThatThrownBy(() -> client.createInput(i -> i.type("NO_SUCH_TYPE")))
        .isInstanceOfSatisfying(
            MediaLiveException.class, e -> assertThat(e.statusCode()).isEqualTo(500));
  }

  @Test
  void refusesWithTheOperationsOwnCodeForTheStatus() {
    filter.set((call, onwards) -> new CallOutcome.Refused(502, null, "No way through"));
    AwsServiceException refused = refused(this::describe);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("BadGatewayException");
    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("No way through");
    assertThat(refused.statusCode()).isEqualTo(502);
    assertThat(refused.requestId()).isNotBlank();
    assertThat(mediaLive.request()).isNull();
  }

  @Test
  void throttlesInEachServicesOwnWords() {
    filter.set((call, onwards) -> new CallOutcome.Throttled("Too many"));
    assertThrottled(this::describe, "TooManyRequestsException", 429);
    try (var mediaConnect = api.client(MediaConnectClient.builder());
        var mediaConvert = api.client(MediaConvertClient.builder());
        var mediaPackage = api.client(MediaPackageV2Client.builder());
        var mediaTailor = api.client(MediaTailorClient.builder());
        var cloudFront = api.client(CloudFrontClient.builder());
        var events = api.client(EventBridgeClient.builder());
        var sqs = api.client(SqsClient.builder());
        var sts = api.client(StsClient.builder())) {
      assertThrottled(mediaConnect::listFlows, "TooManyRequestsException", 429);
      assertThrottled(() -> mediaConvert.listJobs(j -> {}), "TooManyRequestsException", 429);
      assertThrottled(() -> mediaPackage.listChannelGroups(g -> {}), "ThrottlingException", 429);
      assertThrottled(
          () -> mediaTailor.listPlaybackConfigurations(c -> {}), "TooManyRequestsException", 429);
      assertThrottled(cloudFront::listDistributions, "Throttling", 400);
      assertThrottled(() -> events.listRules(r -> {}), "ThrottlingException", 400);
      assertThrottled(() -> sqs.getQueueUrl(q -> q.queueName("q")), "RequestThrottled", 400);
      assertThrottled(sts::getCallerIdentity, "Throttling", 400);
    }
  }

  @Test
  void cutsTheConnectionWithNothingDone() {
    filter.set((call, onwards) -> CallOutcome.Cut.UNANSWERED);
    assertCut();
    assertThat(mediaLive.request()).isNull();
    filter.set((call, onwards) -> onwards.get());
    assertThat(describe()).as("the next connection").isEqualTo("news");
  }

  @Test
  void cutsTheConnectionWhenEverythingIsDone() {
    filter.set(
        (call, onwards) -> {
          onwards.get();
          return CallOutcome.Cut.UNANSWERED;
        });
    assertCut();
    assertThat(mediaLive.request()).isNotNull();
  }

  @Test
  void tearsAnAnswerInTwo() {
    filter.set((call, onwards) -> new CallOutcome.Cut((CallOutcome.Answer) onwards.get()));
    assertCut();
    assertThat(mediaLive.request()).isNotNull();
  }

  @Test
  void letsACallGoOnWhenItsConnectionIsGone() {
    AtomicReference<Supplier<CallOutcome>> later = new AtomicReference<>();
    filter.set(
        (call, onwards) -> {
          later.set(onwards);
          return CallOutcome.Cut.UNANSWERED;
        });
    assertCut();
    assertThat(mediaLive.request()).isNull();
    CallOutcome outcome = later.get().get();
    assertThat(mediaLive.request()).isNotNull();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            WireResponse.class, answer -> assertThat(answer.status()).isEqualTo(200));
  }

  private String describe() {
    return client.describeChannel(c -> c.channelId("1")).name();
  }

  private void assertCut() {
    assertThatThrownBy(this::describe)
        .isInstanceOf(SdkClientException.class)
        .isNotInstanceOf(AwsServiceException.class);
  }

  private static AwsServiceException refused(Runnable call) {
    return catchThrowableOfType(AwsServiceException.class, call::run);
  }

  private static void assertThrottled(Runnable call, String code, int status) {
    AwsServiceException refused = refused(call);
    assertThat(refused.isThrottlingException()).as(code).isTrue();
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
    assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("Too many");
    assertThat(refused.statusCode()).isEqualTo(status);
  }
}
