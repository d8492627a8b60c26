package onair.test.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Holds every example of a document to the schema it is an example of. */
final class Examples {

  private static final String REMEDY =
      "; say @Schema(example = \"…\") on the fields, or write the body in"
          + " src/main/resources/openapi/examples/%s.json";

  private Examples() {}

  /** What is missing or untrue, each in words that say what to add. */
  static List<String> faults(DescribedApi api) {
    return api.operations().stream()
        .flatMap(operation -> Stream.concat(request(api, operation), replies(api, operation)))
        .toList();
  }

  private static Stream<String> request(DescribedApi api, DescribedOperation operation) {
    var faults = new ArrayList<String>();
    api.resolve(operation.json().path("requestBody"))
        .path("content")
        .forEachEntry(
            (type, media) -> {
              String what = operation + " has no true example of its request";
              if (!media.has("example")) {
                faults.add(what);
              } else if (media.has("schema") && isJson(type)) {
                api.faultsOfSent(media.path("schema"), media.path("example"))
                    .forEach(fault -> faults.add(what + ": " + fault));
              }
            });
    return faults.stream().map(fault -> fault + REMEDY.formatted(operation.id()));
  }

  private static Stream<String> replies(DescribedApi api, DescribedOperation operation) {
    var faults = new ArrayList<String>();
    operation
        .json()
        .path("responses")
        .forEachEntry(
            (status, reply) ->
                api.resolve(reply)
                    .path("content")
                    .forEachEntry(
                        (type, media) ->
                            reply(api, media, type)
                                .map(
                                    fault ->
                                        "%s has no true example of its reply %s%s"
                                            .formatted(operation, status, fault))
                                .forEach(faults::add)));
    return faults.stream().map(fault -> fault + REMEDY.formatted(operation.id()));
  }

  /** A picture needs none. */
  private static Stream<String> reply(DescribedApi api, JsonNode media, String type) {
    if (type.startsWith("image/")) {
      return Stream.empty();
    }
    if (!media.has("example")) {
      return Stream.of("");
    }
    return media.has("schema") && isJson(type)
        ? api.faultsOfTold(media.path("schema"), media.path("example")).stream()
            .map(fault -> ": " + fault)
        : Stream.empty();
  }

  private static boolean isJson(String type) {
    return type.endsWith("json");
  }
}
