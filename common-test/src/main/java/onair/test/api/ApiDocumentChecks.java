package onair.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What every service's description of its API is held to. */
public interface ApiDocumentChecks {

  /** A verb and a noun, and not the {@code get_1} that is made up where none was given. */
  Pattern OPERATION_ID = Pattern.compile("[a-z]+([A-Z][a-z]*)+");

  /** Words as in a path, so that pages and generated clients name all groups alike. */
  Pattern TAG = Pattern.compile("[a-z]+(-[a-z]+)*");

  /** What the service says, checked in as the file of that name. */
  ApiDocument apiDocument();

  @Test
  default void theCheckedInDescriptionIsWhatTheCodeSays() {
    assertThat(apiDocument().differences()).isEmpty();
  }

  @Test
  default void everyOperationIsDescribedWhole() {
    var faults = new ArrayList<String>();
    apiDocument()
        .json()
        .path("paths")
        .forEachEntry(
            (path, operations) ->
                operations.forEachEntry(
                    (method, operation) ->
                        faults(operation)
                            .forEach(fault -> faults.add(method + " " + path + " " + fault))));
    assertThat(faults).isEmpty();
  }

  @Test
  default void everyExampleIsTrueToItsSchema() {
    assertThat(Examples.faults(DescribedApi.of(apiDocument().json()))).isEmpty();
  }

  private static List<String> faults(JsonNode operation) {
    var faults = new ArrayList<String>();
    if (!OPERATION_ID.matcher(operation.path("operationId").asString("")).matches()) {
      faults.add("has no operation id: say @Operation(operationId = \"createThing\")");
    }
    if (operation.path("summary").asString("").isBlank()) {
      faults.add("has no summary: say @Operation(summary = \"Create a thing\")");
    }
    if (operation.path("tags").isEmpty()) {
      faults.add("has no tag: say @Tag(name = \"things\", description = \"…\") on the controller");
    }
    operation
        .path("tags")
        .valueStream()
        .map(JsonNode::asString)
        .filter(tag -> !TAG.matcher(tag).matches())
        .forEach(tag -> faults.add("has the tag " + tag + ": name it as paths do, like ad-breaks"));
    if (!operation.has("x-scope") && !operation.has("x-any-caller")) {
      faults.add("does not say who may call it: @RequiresScope or @AnyCaller");
    }
    if (operation.path("responses").propertyNames().stream().noneMatch(s -> s.startsWith("2"))) {
      faults.add("tells no status of success: say @ApiResponse(responseCode = \"200\", …)");
    }
    return faults;
  }
}
