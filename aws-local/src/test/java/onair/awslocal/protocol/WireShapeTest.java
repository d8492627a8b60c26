package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionWithTagsRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionWithTagsResponse;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.DescribeChannelRequest;
import software.amazon.awssdk.services.medialive.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.medialive.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.UnprocessableEntityException;
import software.amazon.awssdk.services.medialive.model.ValidationError;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import tools.jackson.databind.json.JsonMapper;

/** How answers look on the wire, byte for byte where SDKs of other languages look. */
class WireShapeTest {

  private static final JsonMapper JSON = new JsonMapper();

  private final RecordingBackend mediaLive = new RecordingBackend(MediaLiveClient.class);
  private final RecordingBackend mediaPackage = new RecordingBackend(MediaPackageV2Client.class);
  private final RecordingBackend cloudFront = new RecordingBackend(CloudFrontClient.class);
  private final RecordingBackend events = new RecordingBackend(EventBridgeClient.class);
  private final RecordingBackend sqs = new RecordingBackend(SqsClient.class);
  private final LocalApi api =
      new LocalApi(
          new Backend("medialive", MediaLiveClient.class, mediaLive.client()),
          new Backend("mediapackagev2", MediaPackageV2Client.class, mediaPackage.client()),
          new Backend("cloudfront", CloudFrontClient.class, cloudFront.client()),
          new Backend("events", EventBridgeClient.class, events.client()),
          new Backend("sqs", SqsClient.class, sqs.client()));

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void restJsonErrorsHaveTheTypeInAHeader() {
    mediaLive.willThrow(NotFoundException.builder().message("no channel").build());
    HttpResponse<String> answer = api.send(api.signed("medialive", "/prod/channels/1").build());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("NotFoundException");
    assertThat(header(answer, "content-type")).isEqualTo("application/json");
    assertThat(header(answer, "x-amzn-requestid")).matches("[0-9a-f-]{36}");
    assertThat(answer.body()).isEqualTo("{\"message\":\"no channel\"}");
  }

  @Test
  void modelledErrorsKeepTheirMembers() {
    mediaLive.willThrow(
        UnprocessableEntityException.builder()
            .message("invalid")
            .validationErrors(
                ValidationError.builder().elementPath("/a/b").errorMessage("bad").build())
            .build());
    HttpResponse<String> answer = api.send(api.signed("medialive", "/prod/channels/1").build());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(
            JSON.readTree(
                "{\"message\":\"invalid\",\"validationErrors\":[{\"elementPath\":\"/a/b\",\"errorMessage\":\"bad\"}]}"));
  }

  @Test
  void awsJsonErrorsHaveTheTypeInTheBody() {
    events.willThrow(ResourceNotFoundException.builder().message("no rule").build());
    HttpResponse<String> answer =
        api.send(target("events", "AWSEvents.DescribeRule", "{\"Name\":\"x\"}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "content-type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(
            JSON.readTree("{\"message\":\"no rule\",\"__type\":\"ResourceNotFoundException\"}"));
  }

  @Test
  void sqsErrorsAlsoHaveTheirOldCodes() {
    sqs.willThrow(QueueDoesNotExistException.builder().message("no queue").build());
    HttpResponse<String> answer =
        api.send(target("sqs", "AmazonSQS.GetQueueUrl", "{\"QueueName\":\"x\"}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(header(answer, "content-type")).isEqualTo("application/x-amz-json-1.0");
    assertThat(header(answer, "x-amzn-query-error"))
        .isEqualTo("AWS.SimpleQueueService.NonExistentQueue;Sender");
    assertThat(JSON.readTree(answer.body()).path("__type").asString())
        .isEqualTo("com.amazonaws.sqs#QueueDoesNotExist");
  }

  @Test
  void restXmlErrorsAreDocuments() {
    cloudFront.willThrow(NoSuchDistributionException.builder().message("none <here>").build());
    HttpResponse<String> answer =
        api.send(api.signed("cloudfront", "/2020-05-31/distribution/E1").build());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "content-type")).isEqualTo("text/xml");
    assertThat(answer.body())
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\"><Error><Type>Sender</Type>"
                + "<Code>NoSuchDistribution</Code><Message>none &lt;here&gt;</Message></Error><RequestId>")
        .endsWith("</RequestId></ErrorResponse>");
  }

  @Test
  void timesInJsonAreSecondsWithMilliseconds() {
    mediaPackage.willReturn(
        CreateChannelGroupResponse.builder()
            .createdAt(Instant.parse("2026-11-22T10:00:00.250Z"))
            .build());
    HttpResponse<String> answer =
        api.send(
            api.signed("mediapackagev2", "/channelGroup")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"ChannelGroupName\":\"g\"}"))
                .build());
    assertThat(answer.body()).contains("\"CreatedAt\":1795341600.250");
  }

  @Test
  void responsesCarryHeadersAndTheDocumentOfTheirPayload() {
    cloudFront.willReturn(
        CreateDistributionResponse.builder()
            .eTag("E7")
            .location("https://cloudfront.amazonaws.com/2020-05-31/distribution/E1")
            .distribution(
                Distribution.builder()
                    .id("E1")
                    .lastModifiedTime(Instant.parse("2026-11-22T10:00:00.250Z"))
                    .build())
            .build());
    try (CloudFrontClient client = api.client(CloudFrontClient.builder())) {
      CreateDistributionResponse created = client.createDistribution(distribution());
      assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
      assertThat(created.sdkHttpResponse().firstMatchingHeader("etag")).contains("E7");
      assertThat(created.eTag()).isEqualTo("E7");
      assertThat(created.location()).endsWith("/distribution/E1");
      assertThat(created.distribution().lastModifiedTime()).isEqualTo("2026-11-22T10:00:00.250Z");
    }
  }

  @Test
  void aFixedQueryParameterMakesAnotherOperation() {
    cloudFront.willReturn(CreateDistributionWithTagsResponse.builder().eTag("E8").build());
    try (CloudFrontClient client = api.client(CloudFrontClient.builder())) {
      CreateDistributionWithTagsResponse created =
          client.createDistributionWithTags(
              r ->
                  r.distributionConfigWithTags(
                      c ->
                          c.tags(t -> t.items(i -> i.key("a").value("b")))
                              .distributionConfig(distribution().distributionConfig())));
      assertThat(created.eTag()).isEqualTo("E8");
      assertThat(cloudFront.request()).isInstanceOf(CreateDistributionWithTagsRequest.class);
    }
  }

  @Test
  void anArnIsOneSegmentOfAPath() {
    String arn = "arn:aws:medialive:eu-west-1:111122223333:channel:1/2 ü";
    mediaLive.willReturn(ListTagsForResourceResponse.builder().build());
    try (MediaLiveClient client = api.client(MediaLiveClient.builder())) {
      client.listTagsForResource(r -> r.resourceArn(arn));
    }
    assertThat(((ListTagsForResourceRequest) mediaLive.request()).resourceArn()).isEqualTo(arn);
  }

  @Test
  void whatABackendDoesNotOverrideIsNotImplemented() {
    MediaLiveClient nothing =
        new MediaLiveClient() {
          @Override
          public String serviceName() {
            return "medialive";
          }

          @Override
          public void close() {}
        };
    try (LocalApi empty = new LocalApi(new Backend("medialive", MediaLiveClient.class, nothing))) {
      HttpResponse<String> answer =
          empty.send(empty.signed("medialive", "/prod/channels/1").build());
      assertThat(answer.statusCode()).isEqualTo(501);
      assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("NotImplemented");
      assertThat(answer.body()).contains("aws-local does not implement MediaLive DescribeChannel");
    }
  }

  @Test
  void aBackendsOwnCodeAndStatusWin() {
    mediaLive.willThrow(
        (RuntimeException)
            MediaLiveException.builder()
                .statusCode(420)
                .awsErrorDetails(
                    software.amazon.awssdk.awscore.exception.AwsErrorDetails.builder()
                        .errorCode("Enough")
                        .errorMessage("enough")
                        .build())
                .build());
    HttpResponse<String> answer = api.send(api.signed("medialive", "/prod/channels/1").build());
    assertThat(answer.statusCode()).isEqualTo(420);
    assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("Enough");
  }

  @Test
  void aBackendsBugIsTheServicesInternalErrorWithoutDetail() {
    mediaLive.willThrow(new IllegalStateException("secret detail"));
    HttpResponse<String> answer = api.send(api.signed("medialive", "/prod/channels/1").build());
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(header(answer, "x-amzn-ErrorType")).isEqualTo("InternalServerErrorException");
    assertThat(answer.body()).doesNotContain("secret", "Exception\"", "at onair");
  }

  @Test
  void aCallKnowsItsAccountRegionAndRequestId() {
    AtomicReference<CallContext> seen = new AtomicReference<>();
    MediaLiveClient backend =
        new MediaLiveClient() {
          @Override
          public String serviceName() {
            return "medialive";
          }

          @Override
          public void close() {}

          @Override
          public software.amazon.awssdk.services.medialive.model.DescribeChannelResponse
              describeChannel(DescribeChannelRequest request) {
            seen.set(CallContext.current());
            return software.amazon.awssdk.services.medialive.model.DescribeChannelResponse.builder()
                .id(request.channelId())
                .build();
          }
        };
    try (LocalApi one = new LocalApi(new Backend("medialive", MediaLiveClient.class, backend))) {
      HttpResponse<String> answer = one.send(one.signed("medialive", "/prod/channels/17").build());
      assertThat(answer.body()).isEqualTo("{\"id\":\"17\"}");
      assertThat(seen.get())
          .isEqualTo(
              new CallContext(LocalApi.ACCOUNT, "eu-west-1", header(answer, "x-amzn-requestid")));
      assertThat(CallContext.isBound()).isFalse();
    }
  }

  private static CreateDistributionRequest distribution() {
    return CreateDistributionRequest.builder()
        .distributionConfig(
            c ->
                c.callerReference("r")
                    .comment("")
                    .enabled(true)
                    .origins(o -> o.quantity(1).items(i -> i.id("o").domainName("d")))
                    .defaultCacheBehavior(
                        b -> b.targetOriginId("o").viewerProtocolPolicy("allow-all")))
        .build();
  }

  private HttpRequest target(String service, String target, String body) {
    return api.signed(service, "/")
        .header("X-Amz-Target", target)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }
}
