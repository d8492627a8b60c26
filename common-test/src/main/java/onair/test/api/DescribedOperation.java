package onair.test.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a document.
 *
 * @param method in capitals
 * @param path with its parameters in braces: {@code /v1/channels/{id}/start}
 * @param parameters those of the operation and of its path, references resolved
 */
public record DescribedOperation(
    DescribedApi api, String method, String path, JsonNode json, List<JsonNode> parameters) {

  private static final String JSON = "application/json";

  static DescribedOperation of(
      DescribedApi api, String path, JsonNode item, String method, JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    Stream.of(item.path("parameters"), operation.path("parameters"))
        .flatMap(JsonNode::valueStream)
        .map(api::resolve)
        .forEach(parameters::add);
    return new DescribedOperation(
        api, method.toUpperCase(Locale.ROOT), path, operation, List.copyOf(parameters));
  }

  /** {@code operationId}. */
  public String id() {
    return json.path("operationId").asString(method + " " + path);
  }

  /** The path with each parameter as {@code {}}, so that its name does not matter. */
  public String template() {
    return path.replaceAll("\\{[^}]*}", "{}");
  }

  /** Any of these is enough; empty when every caller may. */
  public Set<String> scopes() {
    String said = json.path("x-scope").asString("");
    return said.isEmpty() ? Set.of() : Set.of(said.split(" "));
  }

  /** Whether it says that it needs no scope. */
  public boolean isAnyCallers() {
    return json.path("x-any-caller").asBoolean(false);
  }

  /** Whether it needs no credential: {@code security} is empty, or one of its ways is. */
  public boolean isOpen() {
    JsonNode ways = json.path("security");
    return ways.isArray() && (ways.isEmpty() || ways.valueStream().anyMatch(JsonNode::isEmpty));
  }

  /** Whether an API key is not enough. */
  public boolean isForSessionsOnly() {
    JsonNode ways = json.path("security");
    return !ways.isEmpty() && ways.valueStream().allMatch(way -> way.has("session"));
  }

  /** Whether it changes nothing. */
  public boolean isSafe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** The schema of the JSON it takes, if it takes a body. */
  public Optional<JsonNode> bodySchema() {
    return Optional.of(body().path("schema")).filter(JsonNode::isObject);
  }

  /** The first example of the body, if there is one. */
  public Optional<JsonNode> bodyExample() {
    JsonNode first =
        body().path("examples").valueStream().findFirst().map(e -> e.path("value")).orElse(null);
    return Optional.of(first == null ? body().path("example") : first)
        .filter(node -> !node.isMissingNode());
  }

  private JsonNode body() {
    return api.resolve(json.path("requestBody")).path("content").path(JSON);
  }

  /** Every status it says it can answer; {@code default} and ranges are no promise. */
  public Set<Integer> statuses() {
    var all = new TreeSet<Integer>();
    json.path("responses")
        .propertyNames()
        .forEach(
            status -> {
              if (status.matches("\\d{3}")) {
                all.add(Integer.valueOf(status));
              }
            });
    return all;
  }

  /** What it says of its answer with a status: {@code description}, {@code content}. */
  JsonNode reply(int status) {
    return api.resolve(json.path("responses").path(Integer.toString(status)));
  }

  /** Whether its answer has no end, so that one cannot wait for it. */
  public boolean isStream() {
    return json.path("responses")
        .valueStream()
        .map(api::resolve)
        .anyMatch(reply -> reply.path("content").has("text/event-stream"));
  }

  List<JsonNode> parametersIn(String place) {
    return parameters.stream().filter(one -> one.path("in").asString().equals(place)).toList();
  }

  boolean takes(String place, String name) {
    return parametersIn(place).stream()
        .anyMatch(one -> one.path("name").asString().equalsIgnoreCase(name));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
