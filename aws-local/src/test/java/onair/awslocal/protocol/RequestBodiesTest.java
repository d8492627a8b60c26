package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Minimal valid requests of real use, in the words of the models: each arrives as it was sent. */
class RequestBodiesTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** 1 and 1.0 are the same, and so are the double and the float of 0.05. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? Float.compare(one.floatValue(), other.floatValue())
              : one.equals(other) ? 0 : 1;

  /** In the names of those with members that came after this version of the SDK. */
  private static final String TOO_NEW = "NOT in 2.40.2";

  private static final Map<String, Recorded> RECORDED = new HashMap<>();

  /** A service that keeps what arrives, and the SDK's client of it. */
  private record Recorded(RecordingBackend recorder, Service service, SdkClient client) {

    static Recorded of(String signingName) {
      EveryOperationTest.Api api =
          EveryOperationTest.apis()
              .filter(each -> each.signingName().equals(signingName))
              .findFirst()
              .orElseThrow();
      RecordingBackend recorder = new RecordingBackend(api.type());
      Service service = Service.load(new Backend(signingName, api.type(), recorder.client()));
      return new Recorded(recorder, service, new InProcess(service).client(api.type()));
    }
  }

  record Body(String name, String service, String operation, JsonNode body) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Body> bodies() throws IOException {
    try (InputStream file = RequestBodiesTest.class.getResourceAsStream("request-bodies.json")) {
      return JSON.readTree(file).properties().stream()
          .filter(each -> !each.getKey().contains(TOO_NEW))
          .map(
              each ->
                  new Body(
                      each.getKey(),
                      each.getValue().get("service").asString(),
                      each.getValue().get("operation").asString(),
                      each.getValue().get("body")))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void arrivesAsItWasSent(Body body) {
    Recorded recorded = RECORDED.computeIfAbsent(body.service(), Recorded::of);
    Operation operation = recorded.service().operations().get(body.operation());
    SdkRequest request = read(operation.requestType(), body.body());
    recorded.recorder().willReturn(RequestFuzzTest.empty(operation));

    RecordingBackend.call(recorded.client(), operation, request);

    SdkRequest arrived = recorded.recorder().request();
    ObjectNode words = JsonDocuments.STATE.write(arrived);
    words.properties().removeIf(member -> isFilledIn(member.getKey(), body.body()));
    assertThat(words.equals(BY_VALUE, body.body()))
        .as("said %s, understood %s", body.body(), words)
        .isTrue();
  }

  /** The SDK makes a token of its own when there is none. */
  private static boolean isFilledIn(String member, JsonNode body) {
    return !body.has(member)
        && Set.of("ClientToken", "ClientRequestToken", "RequestId").contains(member);
  }

  private static SdkRequest read(Class<? extends SdkRequest> type, JsonNode body) {
    SdkPojo builder = SdkJson.builderOf(type);
    Violations violations = Violations.collect();
    JsonDocuments.STATE.read(body, builder, violations);
    assertThat(violations.list()).isEmpty();
    return (SdkRequest) ((Buildable) builder).build();
  }
}
