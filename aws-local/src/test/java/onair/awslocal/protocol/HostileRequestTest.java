package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.medialive.MediaLiveClient;

/**
 * Requests no SDK would send: each gets AWS's kind of refusal, and the next caller is served as
 * ever.
 */
class HostileRequestTest {

  private final RecordingBackend mediaLive = new RecordingBackend(MediaLiveClient.class);
  private final RecordingBackend cloudFront = new RecordingBackend(CloudFrontClient.class);
  private final RecordingBackend events = new RecordingBackend(EventBridgeClient.class);
  private final LocalApi api =
      new LocalApi(
          new Backend("medialive", MediaLiveClient.class, mediaLive.client()),
          new Backend("cloudfront", CloudFrontClient.class, cloudFront.client()),
          new Backend("events", EventBridgeClient.class, events.client()),
          new Backend(
              "monitoring",
              CloudWatchClient.class,
              new RecordingBackend(CloudWatchClient.class).client()));

  @AfterEach
  void stop() {
    try {
      events.willReturn(PutEventsResponse.builder().failedEntryCount(0).build());
      assertThat(putEvents("{\"Entries\":[{}]}").statusCode()).as("still serving").isEqualTo(200);
    } finally {
      api.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "nul",
        "{\"a\":}",
        "{\"Entries\":[]}}",
        "{\"Entries\":1,\"Entries\":2}",
        "\u0000",
        "{'a':1}",
        "<xml/>",
        "{\"Entries\":[{\"Source\":\"\\uD800\"",
        "{\"a\":1e}",
        "NaN",
        "// x"
      })
  void brokenJsonIsASerializationError(String body) {
    HttpResponse<String> answer = putEvents(body);
    assertRefused(answer, 400);
    assertThat(answer.body()).contains("\"__type\":\"SerializationException\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true", "[[[[]]]]"})
  void jsonThatIsNoObjectIsRefused(String body) {
    assertRefused(putEvents(body), 400);
  }

  @Test
  void deepJsonIsRefused() {
    assertRefused(putEvents("[".repeat(100_000)), 400);
    assertRefused(putEvents("{\"Entries\":".repeat(50_000)), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1e999999999", "1e400", "123456789012345678901234567890"})
  void numbersOutOfAllRangesAreRefusedQuickly(String number) {
    assertRefused(putEvents("{\"Entries\":[{\"Time\":" + number + "}]}"), 400);
    HttpResponse<String> channel =
        api.send(
            api.signed("medialive", "/prod/channels")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"encoderSettings\":{\"videoDescriptions\":[{\"height\":%s}]}}"
                            .formatted(number)))
                .build());
    assertRefused(channel, 400);
    assertThat(channel.body()).contains("height: must be an integer");
  }

  @Test
  void manyViolationsAreCountedNotListed() {
    StringBuilder members = new StringBuilder("{\"y\":1");
    for (int i = 0; i < 5000; i++) {
      members.append(",\"x").append(i).append("\":1");
    }
    HttpResponse<String> answer = putEvents(members.append('}').toString());
    assertRefused(answer, 400);
    assertThat(answer.body()).contains("5002 validation errors").hasSizeLessThan(10_000);
  }

  @Test
  void aBodyOfMoreThanSixMebibytesIsRefusedWhetherItSaysSoOrNot() {
    byte[] large = new byte[6 * 1024 * 1024 + 1];
    HttpResponse<String> known =
        api.send(
            api.signed("events", "/")
                .header("X-Amz-Target", "AWSEvents.PutEvents")
                .POST(BodyPublishers.ofByteArray(large))
                .build());
    assertRefused(known, 413);
    HttpResponse<String> chunked =
        api.send(
            api.signed("events", "/")
                .header("X-Amz-Target", "AWSEvents.PutEvents")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .build());
    assertRefused(chunked, 413);
    assertThat(chunked.body()).contains("RequestEntityTooLarge");
  }

  @Test
  void aSmallBodyThatUnzipsToALargeOneIsRefused() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[64 * 1024 * 1024]);
    }
    assertRefused(zipped(zipped.toByteArray()), 413);
    assertRefused(zipped(new byte[] {1, 2, 3}), 400);
  }

  private HttpResponse<String> zipped(byte[] body) {
    return api.send(
        api.signed("events", "/")
            .header("X-Amz-Target", "AWSEvents.PutEvents")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  @Test
  void moreParametersThanAnyCallHasAreRefused() {
    HttpResponse<String> answer =
        api.send(
            api.signed("monitoring", "/")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("Action=PutMetricData" + "&a=1".repeat(200_000)))
                .build());
    assertRefused(answer, 400);
    assertThat(answer.body()).contains("<Code>MalformedQueryString</Code>");
  }

  @Test
  void externalEntitiesAreNotRead(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
    HttpResponse<String> answer =
        invalidation(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"%s\">]><InvalidationBatch><CallerReference>&x;</CallerReference></InvalidationBatch>"
                .formatted(secret.toUri()));
    assertRefused(answer, 400);
    assertThat(answer.body()).contains("<Code>MalformedXML</Code>").doesNotContain("TOP-SECRET");
  }

  @Test
  void entitiesDoNotExpand() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE z [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 20; i++) {
      dtd.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    assertRefused(
        invalidation(
            dtd
                + "]><InvalidationBatch><CallerReference>&a19;</CallerReference></InvalidationBatch>"),
        400);
    assertRefused(invalidation("<InvalidationBatch>&a;</InvalidationBatch>"), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a",
        "<a></b>",
        "text",
        "<InvalidationBatch/><x/>",
        "<DistributionConfig/>",
        "<InvalidationBatch>text<Paths/></InvalidationBatch>",
        "<InvalidationBatch a='1' a='2'/>",
        "{}"
      })
  void brokenXmlIsMalformed(String body) {
    HttpResponse<String> answer = invalidation(body);
    assertRefused(answer, 400);
    assertThat(answer.body()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void deepAndWideXmlIsRefused() {
    assertRefused(invalidation("<InvalidationBatch>".repeat(20_000)), 400);
    assertRefused(
        invalidation("<InvalidationBatch>" + "<a/>".repeat(200_000) + "</InvalidationBatch>"), 400);
  }

  @Test
  void unknownAndRepeatedElementsAreNamed() {
    HttpResponse<String> answer =
        invalidation(
            "<InvalidationBatch><Pfade/><CallerReference>a</CallerReference><CallerReference>b</CallerReference>"
                + "<Paths><Quantity>x</Quantity></Paths></InvalidationBatch>");
    assertRefused(answer, 400);
    assertThat(answer.body())
        .contains("<Code>InvalidArgument</Code>")
        .contains("InvalidationBatch.Pfade: unknown element")
        .contains("InvalidationBatch.CallerReference: is given more than once")
        .contains("InvalidationBatch.Paths.Quantity: must be an integer");
  }

  @Test
  void theWrongContentTypeIsRefused() {
    HttpResponse<String> json =
        api.send(
            api.signed("medialive", "/prod/channels")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    assertRefused(json, 415);
    HttpResponse<String> xml =
        api.send(
            api.signed("cloudfront", "/2020-05-31/distribution/E/invalidation")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    assertRefused(xml, 415);
  }

  @Test
  void aServiceThatIsNotHereIsNamed() {
    HttpResponse<String> answer = api.send(api.signed("dynamodb", "/").build());
    assertRefused(answer, 404);
    assertThat(answer.body()).contains("aws-local has no service dynamodb");
  }

  @Test
  void aRequestWithoutASignatureIsRefusedInTheWordsOfTheServiceItWouldReach() {
    HttpRequest unsigned =
        HttpRequest.newBuilder(api.endpoint().resolve("/2020-05-31/distribution")).build();
    HttpResponse<String> answer = api.send(unsigned);
    assertRefused(answer, 403);
    assertThat(answer.body()).contains("<Code>MissingAuthenticationToken");
    HttpResponse<String> nothing =
        api.send(HttpRequest.newBuilder(api.endpoint().resolve("/")).build());
    assertRefused(nothing, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/prod/nothing",
        "/prod/channels/%zz",
        "/prod/channels/%ff",
        "/prod/channels/%",
        "/../../etc/passwd",
        "/prod/channels/a/b/c/d",
        "//",
        "/?%zz=1",
        "/prod/channels?maxResults=many"
      })
  void badPathsAreRefused(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1");
    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("\tat ", "onair.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GARBAGE", "GET / HTTP/9.9", "GET /\u0001 HTTP/1.1", "G\u00e4T / HTTP/1.1"})
  void whatIsNoHttpIsRefused(String line) throws IOException {
    assertThat(raw(line)).matches("(?s)(HTTP/1.1 [45]\\d\\d .*)?").doesNotContain("\tat ");
  }

  @Test
  void randomDamageNeverBreaksTheServer() {
    Random random = new Random(20261122);
    String json =
        "{\"Entries\":[{\"Time\":1700000000.5,\"Source\":\"a\",\"Resources\":[\"x\",\"y\"],\"DetailType\":\"t\",\"Detail\":\"{}\"}]}";
    String xml =
        "<InvalidationBatch><Paths><Quantity>1</Quantity><Items><Path>/a</Path></Items></Paths><CallerReference>c</CallerReference></InvalidationBatch>";
    for (int round = 0; round < 400; round++) {
      boolean isJson = random.nextBoolean();
      byte[] body = (isJson ? json : xml).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      if (isJson) {
        events.willReturn(PutEventsResponse.builder().build());
        HttpResponse<String> answer =
            api.send(
                api.signed("events", "/")
                    .header("X-Amz-Target", "AWSEvents.PutEvents")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400);
      } else {
        cloudFront.willReturn(CreateInvalidationResponse.builder().build());
        HttpResponse<String> answer = invalidation(body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400);
      }
    }
  }

  private static void assertRefused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    assertThat(answer.body()).doesNotContain("\tat ", "onair.", "java.lang", "jackson");
  }

  private HttpResponse<String> putEvents(String body) {
    return api.send(
        api.signed("events", "/")
            .header("X-Amz-Target", "AWSEvents.PutEvents")
            .header("Content-Type", "application/x-amz-json-1.1")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<String> invalidation(String body) {
    return invalidation(body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> invalidation(byte[] body) {
    return api.send(
        api.signed("cloudfront", "/2020-05-31/distribution/E1/invalidation")
            .header("Content-Type", "application/xml")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  /** The answer to a request line no HTTP client would send. */
  private String raw(String line) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", api.endpoint().getPort())) {
      socket.setSoTimeout(10_000);
      String head =
          line
              + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
              + LocalApi.authorization("medialive")
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
