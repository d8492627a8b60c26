package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import onair.awslocal.signature.SignableRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Valid requests pass; whatever is changed in one, the answer names the place. */
class ValidationTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final CallContext CONTEXT = new CallContext("111122223333", "eu-west-1", "r");

  record Subject(RecordingBackend recorder, Service service, String operation) {
    static Subject of(
        String signingName,
        Class<? extends software.amazon.awssdk.core.SdkClient> api,
        String operation) {
      RecordingBackend recorder = new RecordingBackend(api);
      return new Subject(
          recorder, Service.load(new Backend(signingName, api, recorder.client())), operation);
    }

    @Override
    public String toString() {
      return operation;
    }

    Operation bound() {
      return service.operations().get(operation);
    }

    WireResponse call(JsonNode body) {
      recorder.willReturn(emptyResponse(bound()));
      boolean rest = service.protocol() instanceof RestJson;
      Map<String, String> headers =
          rest
              ? Map.of("content-type", "application/json")
              : Map.of(AwsJson.TARGET, service.model().targetPrefix() + "." + operation);
      String path = bound().uri().replaceAll("\\{\\w+\\}", "abc-123");
      WireRequest request =
          new WireRequest(
              new SignableRequest(bound().httpMethod(), path, "", headers),
              Map.of(),
              JSON.writeValueAsBytes(body));
      return (WireResponse) service.answer(request, CONTEXT, (call, onwards) -> onwards.get());
    }

    private static SdkResponse emptyResponse(Operation operation) {
      Class<? extends SdkPojo> type = operation.method().getReturnType().asSubclass(SdkPojo.class);
      return (SdkResponse)
          ((software.amazon.awssdk.utils.builder.Buildable) SdkJson.builderOf(type)).build();
    }
  }

  static Stream<Subject> subjects() {
    return Stream.of(
        Subject.of("medialive", MediaLiveClient.class, "CreateChannel"),
        Subject.of("medialive", MediaLiveClient.class, "CreateInput"),
        Subject.of("mediapackagev2", MediaPackageV2Client.class, "CreateOriginEndpoint"),
        Subject.of("events", EventBridgeClient.class, "PutTargets"),
        Subject.of("sqs", SqsClient.class, "SendMessageBatch"));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void namesThePlaceOfEveryWrongType(Subject subject) {
    Random random = new Random(7);
    for (int round = 0; round < 150; round++) {
      ObjectNode valid = valid(subject, random);
      assertThat(subject.call(valid).status()).isLessThan(300);
      Place place = anyPlace(valid, random);
      place.replace(wrongType(place.value(), random));
      assertRefusedAt(subject.call(valid), place.path());
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void namesEveryUnknownMember(Subject subject) {
    Random random = new Random(8);
    for (int round = 0; round < 50; round++) {
      ObjectNode body = valid(subject, random);
      List<Place> objects =
          places(body, "").stream().filter(place -> place.value().isObject()).toList();
      ObjectNode object =
          objects.isEmpty()
              ? body
              : (ObjectNode) objects.get(random.nextInt(objects.size())).value();
      object.put("zzUnknown", 1);
      body.put("another", true);
      WireResponse answer = subject.call(body);
      assertRefusedAt(answer, "zzUnknown");
      assertRefusedAt(answer, "another: unknown member");
    }
  }

  @Test
  void listsAllViolationsOfARequestWithTheirPaths() {
    Subject createInput = Subject.of("medialive", MediaLiveClient.class, "CreateChannel");
    WireResponse answer =
        createInput.call(
            JSON.readTree(
                """
                {"channelClass": "HUGE", "name": 5,
                 "encoderSettings": {
                   "videoDescriptions": [
                     {"name": "v", "height": 1.5, "codecSettings": {"h264Settings": {"bitrate": 1}}},
                     {"nome": "w"}],
                   "timecodeConfig": {}},
                 "maintenance": {"maintenanceStartTime": "25:00"}}
                """));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "BadRequestException");
    assertThat(message(answer))
        .startsWith("10 validation errors detected: ")
        .contains("channelClass: must be one of [SINGLE_PIPELINE, STANDARD]")
        .contains("name: must be a string")
        .contains("encoderSettings.videoDescriptions[0].height: must be an integer")
        .contains("encoderSettings.videoDescriptions[1].nome: unknown member")
        .contains("encoderSettings.videoDescriptions[1].name: is required")
        .contains("encoderSettings.timecodeConfig.source: is required")
        .contains("encoderSettings.audioDescriptions: is required")
        .contains("encoderSettings.outputGroups: is required")
        .contains(
            "encoderSettings.videoDescriptions[0].codecSettings.h264Settings.bitrate: must have value greater"
                + " than or equal to 1000")
        .contains("maintenance.maintenanceStartTime: must satisfy the pattern");
  }

  @Test
  void checksLengthsSizesAndPatternsOfTheWholeValue() {
    Subject putRule = Subject.of("events", EventBridgeClient.class, "PutRule");
    assertThat(message(putRule.call(JSON.readTree("{\"Name\": \"a b\"}"))))
        .contains("Name: must satisfy the pattern");
    assertThat(message(putRule.call(JSON.readTree("{\"Name\": \"" + "a".repeat(65) + "\"}"))))
        .contains("Name: must have length less than or equal to 64");
    assertThat(putRule.call(JSON.readTree("{\"Name\": \"" + "a".repeat(64) + "\"}")).status())
        .isEqualTo(200);
    Subject putEvents = Subject.of("events", EventBridgeClient.class, "PutEvents");
    assertThat(message(putEvents.call(JSON.readTree("{\"Entries\": []}"))))
        .contains("Entries: must have size greater than or equal to 1");
  }

  @Test
  void acceptsEnumValuesThatOnlyTheNewerSdkKnows() {
    Subject create = Subject.of("medialive", MediaLiveClient.class, "CreateInput");
    WireResponse answer = create.call(JSON.readTree("{\"type\": \"SMPTE_2110_RECEIVER_GROUP\"}"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(message(create.call(JSON.readTree("{\"type\": \"CARRIER_PIGEON\"}"))))
        .contains("type: must be one of [")
        .contains("RTMP_PUSH");
  }

  private static void assertRefusedAt(WireResponse answer, String path) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(message(answer)).contains(path);
  }

  private static String message(WireResponse answer) {
    return JSON.readTree(answer.body()).path("message").asString();
  }

  private static ObjectNode valid(Subject subject, Random random) {
    ServiceModel model = subject.service().model();
    SdkPojo request =
        new ArbitraryShapes(random, model)
            .value(
                SdkJson.builderOf(subject.bound().requestType()),
                model.input(subject.operation()).orElseThrow());
    return JsonDocuments.REQUEST.write(request);
  }

  /** A node and how to change it. */
  record Place(JsonNode parent, String name, int index, String path) {
    JsonNode value() {
      return parent instanceof ObjectNode object ? object.get(name) : parent.get(index);
    }

    void replace(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(name, value);
      } else {
        ((ArrayNode) parent).set(index, value);
      }
    }
  }

  private static Place anyPlace(JsonNode root, Random random) {
    List<Place> places = places(root, "");
    return places.get(random.nextInt(places.size()));
  }

  private static List<Place> places(JsonNode node, String path) {
    List<Place> places = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames()) {
        // Keys of maps stand in brackets; here a name is enough to find the place by.
        Place place = new Place(node, name, -1, name);
        places.add(place);
        places.addAll(places(place.value(), path + "." + name));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Place(node, "", i, "[" + i + "]"));
        places.addAll(places(array.get(i), path + "[" + i + "]"));
      }
    }
    return places;
  }

  private static JsonNode wrongType(JsonNode value, Random random) {
    List<JsonNode> others =
        new ArrayList<>(
            List.of(
                NODES.objectNode().put("x", 1),
                NODES.arrayNode().add(1),
                NODES.booleanNode(true),
                NODES.numberNode(1.5)));
    if (!value.isString()) {
      others.add(NODES.stringNode("text"));
    }
    others.removeIf(other -> other.getNodeType() == value.getNodeType());
    return others.get(random.nextInt(others.size()));
  }
}
