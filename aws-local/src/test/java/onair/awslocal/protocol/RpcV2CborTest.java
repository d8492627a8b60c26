package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/** What newer clients of CloudWatch send and expect; the SDK here still speaks AWS query. */
class RpcV2CborTest {

  private static final CBORMapper CBOR = new CBORMapper();

  private final RecordingBackend cloudWatch = new RecordingBackend(CloudWatchClient.class);
  private final LocalApi api =
      new LocalApi(new Backend("monitoring", CloudWatchClient.class, cloudWatch.client()));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    http.close();
    api.close();
  }

  @Test
  void readsListsStructuresAndTaggedTimes() throws Exception {
    cloudWatch.willReturn(GetMetricDataResponse.builder().build());
    // {"StartTime": 1(1700000000.5), "EndTime": 1(1700000060), "MetricDataQueries": [{"Id": "q"}]}
    byte[] body =
        bytes(
            "a3695374617274" // 3 members, "StartTime" begins
                + "54696d65c1fb41d954fc40200000" // tag 1, double
                + "67456e6454696d65c11a6553f13c" // tag 1, unsigned
                + "714d6574726963446174615175657269657381a162496461" // list of one map
                + "71");
    HttpResponse<byte[]> answer = send("GetMetricData", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    GetMetricDataRequest request = (GetMetricDataRequest) cloudWatch.request();
    assertThat(request.startTime()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_500L));
    assertThat(request.endTime()).isEqualTo(Instant.ofEpochSecond(1_700_000_060));
    assertThat(request.metricDataQueries()).hasSize(1);
    assertThat(request.metricDataQueries().getFirst().id()).isEqualTo("q");
  }

  @Test
  void writesTimesWithTheirTag() throws Exception {
    cloudWatch.willReturn(
        GetMetricDataResponse.builder()
            .metricDataResults(
                result ->
                    result
                        .id("q")
                        .timestamps(Instant.ofEpochSecond(1_700_000_000))
                        .values(1.5, 2.0))
            .build());
    HttpResponse<byte[]> answer = send("GetMetricData", wanted());
    assertThat(answer.headers().firstValue("smithy-protocol")).contains("rpc-v2-cbor");
    assertThat(answer.headers().firstValue("content-type")).contains("application/cbor");
    assertThat(HexFormat.of().formatHex(answer.body()))
        .contains("c1fb41d954fc40000000"); // tag 1, 1700000000.0 as a double
    JsonNode result = CBOR.readTree(answer.body()).path("MetricDataResults").path(0);
    assertThat(result.path("Id").asString()).isEqualTo("q");
    assertThat(result.path("Values").path(0).asDouble()).isEqualTo(1.5);
  }

  @Test
  void namesErrorsAsBothOldAndNewClientsKnowThem() throws Exception {
    cloudWatch.willThrow(
        ResourceNotFoundException.builder().message("no such thing").statusCode(404).build());
    HttpResponse<byte[]> answer = send("GetMetricData", wanted());
    assertThat(answer.statusCode()).isEqualTo(404);
    JsonNode body = CBOR.readTree(answer.body());
    assertThat(body.path("__type").asString()).isEqualTo("ResourceNotFoundException");
    assertThat(body.path("message").asString()).isEqualTo("no such thing");
    assertThat(answer.headers().firstValue("x-amzn-query-error"))
        .hasValueSatisfying(code -> assertThat(code).endsWith(";Sender"));
  }

  @Test
  void refusesWhatIsNoCborAndUnknownOperations() throws Exception {
    assertThat(send("GetMetricData", "{\"a\":1".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(400);
    HttpResponse<byte[]> unknown = send("GetNothing", bytes("a0"));
    assertThat(unknown.statusCode()).isBetween(400, 499);
    assertThat(CBOR.readTree(unknown.body()).path("message").asString()).contains("GetNothing");
  }

  @Test
  void saysWhatIsWrongWithTheInput() throws Exception {
    HttpResponse<byte[]> answer = send("GetMetricData", bytes("a16358797a01")); // {"Xyz": 1}
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(CBOR.readTree(answer.body()).path("message").asString())
        .contains("Xyz")
        .contains("StartTime");
  }

  private static byte[] wanted() {
    return CBOR.writeValueAsBytes(
        CBOR.createObjectNode()
            .put("StartTime", 1_700_000_000)
            .put("EndTime", 1_700_000_060)
            .set("MetricDataQueries", CBOR.createArrayNode()));
  }

  private HttpResponse<byte[]> send(String operation, byte[] body) throws Exception {
    HttpRequest request =
        api.signed("monitoring", "/service/GraniteServiceVersion20100801/operation/" + operation)
            .header("smithy-protocol", "rpc-v2-cbor")
            .header("Content-Type", "application/cbor")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
