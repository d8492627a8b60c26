package onair.client;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;
import tools.jackson.databind.JsonNode;

/**
 * What a program written for one document would stumble over in another. openapi-diff finds most;
 * here is what it takes for harmless: null where there was none, null or a field no longer taken,
 * an operation under another name or behind another scope.
 */
final class BreakingChanges {

  private final JsonNode before;
  private final JsonNode now;
  private final List<String> found = new ArrayList<>();

  private BreakingChanges(JsonNode before, JsonNode now) {
    this.before = before;
    this.now = now;
  }

  /** In words; empty when there are none. */
  static List<String> between(JsonNode before, JsonNode now) {
    var changes = new BreakingChanges(before, now);
    changes.compareDocuments();
    changes.compareOperations();
    changes.compareSchemas();
    return changes.found;
  }

  private void compareDocuments() {
    ChangedOpenApi changed =
        OpenApiCompare.fromContents(
            OldSchemas.of(before).toString(), OldSchemas.of(now).toString());
    if (changed.isIncompatible()) {
      var text = new ByteArrayOutputStream();
      new ConsoleRender().render(changed, new OutputStreamWriter(text, StandardCharsets.UTF_8));
      found.add(text.toString(StandardCharsets.UTF_8));
    }
  }

  private void compareOperations() {
    before
        .path("paths")
        .forEachEntry(
            (path, operations) ->
                operations.forEachEntry(
                    (method, operation) ->
                        compareOperation(
                            method + " " + path,
                            operation,
                            now.path("paths").path(path).path(method))));
  }

  private void compareOperation(String name, JsonNode was, JsonNode is) {
    if (is.isMissingNode()) {
      return; // told already
    }
    if (!was.path("operationId").equals(is.path("operationId"))) {
      found.add("%s is now called %s".formatted(name, is.path("operationId")));
    }
    if (!is.has("x-any-caller")
        && (was.has("x-any-caller") || !scopes(is).containsAll(scopes(was)))) {
      found.add("%s now needs one of the scopes %s".formatted(name, scopes(is)));
    }
  }

  private static Set<String> scopes(JsonNode operation) {
    return new TreeSet<>(List.of(operation.path("x-scope").asString("").split(" ")));
  }

  private void compareSchemas() {
    JsonNode schemas = now.path("components").path("schemas");
    before
        .path("components")
        .path("schemas")
        .forEachEntry(
            (name, was) -> {
              if (schemas.has(name)) {
                was.path("properties")
                    .forEachEntry(
                        (field, property) ->
                            compareField(
                                name + "." + field,
                                isRequest(was),
                                property,
                                schemas.path(name).path("properties").path(field)));
              }
            });
  }

  private void compareField(String name, boolean request, JsonNode was, JsonNode is) {
    if (request && is.isMissingNode()) {
      found.add(name + " is no longer taken");
    } else if (request && isNullable(was) && !isNullable(is)) {
      found.add(name + " can no longer be null");
    } else if (!request && !isNullable(was) && isNullable(is)) {
      found.add(name + " can now be null");
    }
  }

  /** Only requests refuse what they do not know. */
  private static boolean isRequest(JsonNode schema) {
    return schema.path("additionalProperties").isBoolean();
  }

  private static boolean isNullable(JsonNode schema) {
    return schema.path("type").valueStream().anyMatch(type -> type.asString().equals("null"))
        || schema
            .path("anyOf")
            .valueStream()
            .anyMatch(one -> one.path("type").asString("").equals("null"));
  }
}
