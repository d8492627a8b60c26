package onair.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who wrote a program for the API of the last release need not touch it. */
class ReleasedApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path DOCUMENTS =
      Path.of("").toAbsolutePath().getParent().resolve("docs/api");
  private static final String CHANNELS = "/paths/~1v1~1channels";
  private static final String CHANNEL = "/paths/~1v1~1channels~1{id}";
  private static final String ASKED = "/components/schemas/ChannelRequest";
  private static final String TOLD = "/components/schemas/Channel";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi",
        "account-service",
        "ads-service",
        "channel-service",
        "delivery-service",
        "vod-service"
      })
  void nothingBreaksForCallersOfTheLastRelease(String document) throws IOException {
    String file = document + ".json";
    assertThat(BreakingChanges.between(read("released/" + file), read(file)))
        .as(
            "Additions are welcome. What must go is announced first (Deprecation, Sunset); a"
                + " release copies the documents of docs/api to docs/api/released.")
        .isEmpty();
  }

  @Test
  void everyDocumentThereIsHasARelease() throws IOException {
    assertThat(names(DOCUMENTS.resolve("released")))
        .isEqualTo(names(DOCUMENTS).stream().filter(name -> !name.equals("client.json")).toList());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("breaking")
  void findsWhatBreaks(Change change) throws IOException {
    JsonNode now = read("openapi.json");
    assertThat(BreakingChanges.between(now, change.in(now))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("additive")
  void letsAdditionsPass(Change change) throws IOException {
    JsonNode now = read("openapi.json");
    assertThat(change.in(now)).isNotEqualTo(now);
    assertThat(BreakingChanges.between(now, change.in(now))).isEmpty();
  }

  static Stream<Change> breaking() {
    return Stream.of(
        at(CHANNEL, "an operation is gone", it -> it.remove("delete")),
        at("/paths", "a path is gone", it -> it.remove("/v1/channels")),
        at(CHANNELS + "/post", "an operation has another name", it -> it.put("operationId", "x")),
        at(CHANNELS + "/post", "an operation needs another scope", it -> it.put("x-scope", "x:y")),
        at(
            CHANNELS + "/post/responses",
            "a status is another",
            it -> it.set("201", it.remove("202"))),
        at(
            CHANNELS + "/get/parameters/0",
            "a parameter must be given",
            it -> it.put("required", true)),
        at(CHANNELS + "/get", "a parameter is gone", it -> array(it, "parameters").remove(0)),
        at(ASKED + "/properties", "a field is no longer taken", it -> it.remove("ladder")),
        at(ASKED, "a field must be given", it -> array(it, "required").add("ladder")),
        at(
            ASKED + "/properties/name",
            "a field takes another type",
            it -> it.put("type", "integer")),
        at(ASKED + "/properties/name", "a field takes less", it -> it.put("maxLength", 10)),
        at(
            ASKED + "/properties/ladder",
            "a field no longer takes null",
            it -> it.put("type", "string")),
        at(
            ASKED + "/properties/origin/anyOf/0",
            "a word is no longer taken",
            it -> array(it, "enum").remove(0)),
        at(TOLD + "/properties", "a field is no longer told", it -> it.remove("playback_id")),
        at(TOLD, "a field is not always told", it -> array(it, "required").remove(0)),
        at(
            TOLD + "/properties/playback_id",
            "a field is of another type",
            it -> it.put("type", "integer")),
        at(TOLD + "/properties/playback_id", "a field can be null", ReleasedApiTest::orNull));
  }

  static Stream<Change> additive() {
    return Stream.of(
        at("/paths", "a path more", it -> it.set("/v1/more", it.path("/v1/channels").deepCopy())),
        at(CHANNELS + "/get/responses", "a failure more", it -> it.set("418", it.path("429"))),
        at(CHANNELS + "/get", "a parameter more", it -> array(it, "parameters").add(parameter())),
        at(CHANNELS + "/get", "other words", it -> it.put("description", "All of them.")),
        at(
            ASKED + "/properties",
            "a field more is taken",
            it -> it.putObject("more").put("type", "string")),
        at(ASKED + "/properties/name", "a field takes more", it -> it.put("maxLength", 1000)),
        at(ASKED + "/properties/name", "a field takes null", ReleasedApiTest::orNull),
        at(
            ASKED + "/properties/origin/anyOf/0",
            "a word more is taken",
            it -> array(it, "enum").add("more")),
        at(
            TOLD + "/properties",
            "a field more is told",
            it -> it.putObject("more").put("type", "string")));
  }

  /** One thing that is different in a document. */
  record Change(String where, String what, Consumer<ObjectNode> how) {

    JsonNode in(JsonNode document) {
      JsonNode changed = document.deepCopy();
      how.accept(changed.at(where).asObject());
      return changed;
    }

    @Override
    public String toString() {
      return what + " (" + where + ")";
    }
  }

  private static Change at(String where, String what, Consumer<ObjectNode> how) {
    return new Change(where, what, how);
  }

  private static ArrayNode array(ObjectNode parent, String field) {
    return parent.path(field).asArray();
  }

  private static void orNull(ObjectNode schema) {
    schema.putArray("type").add("string").add("null");
  }

  private static ObjectNode parameter() {
    ObjectNode parameter = JSON.createObjectNode().put("name", "more").put("in", "query");
    parameter.putObject("schema").put("type", "string");
    return parameter;
  }

  private static JsonNode read(String name) throws IOException {
    return JSON.readTree(Files.readString(DOCUMENTS.resolve(name)));
  }
}
