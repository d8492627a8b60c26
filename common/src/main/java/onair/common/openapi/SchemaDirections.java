package onair.common.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * What a schema promises depends on who sends it: a reply has all its fields, null or not, and a
 * request takes none but its own.
 */
final class SchemaDirections implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    Map<String, Schema> all = api.getComponents().getSchemas();
    Set<String> asked = new HashSet<>();
    Set<String> told = new HashSet<>();
    operations(api)
        .forEach(
            operation -> {
              if (operation.getRequestBody() != null) {
                reach(operation.getRequestBody().getContent(), all, asked);
              }
              operation
                  .getResponses()
                  .forEach(
                      (status, reply) -> {
                        if (status.startsWith("2")) {
                          reach(reply.getContent(), all, told);
                        }
                      });
            });
    all.forEach(
        (name, schema) -> {
          if (asked.contains(name)) {
            refuseUnknown(schema);
          } else if (told.contains(name)) {
            promise(schema);
          }
          unmark(schema);
        });
  }

  static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
  }

  private static void refuseUnknown(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema.additionalProperties(false);
    }
  }

  private static void promise(Schema<?> schema) {
    if (schema.getProperties() != null) {
      schema.setRequired(
          schema.getProperties().entrySet().stream()
              .filter(entry -> !isOptional(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList());
    }
  }

  private static boolean isOptional(Schema<?> property) {
    return property.getExtensions() != null
        && property.getExtensions().containsKey(RecordModels.OPTIONAL);
  }

  private static void unmark(Schema<?> schema) {
    if (schema.getProperties() != null) {
      for (Schema<?> property : schema.getProperties().values()) {
        if (isOptional(property)) {
          property.getExtensions().remove(RecordModels.OPTIONAL);
        }
      }
    }
  }

  private static void reach(
      @Nullable Content content, Map<String, Schema> all, Set<String> reached) {
    if (content != null) {
      content.values().forEach(media -> reach(media.getSchema(), all, reached));
    }
  }

  private static void reach(
      @Nullable Schema<?> schema, Map<String, Schema> all, Set<String> reached) {
    if (schema == null) {
      return;
    }
    String reference = schema.get$ref();
    if (reference != null) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (all.containsKey(name) && reached.add(name)) {
        reach(all.get(name), all, reached);
      }
    }
    inside(schema).forEach(one -> reach(one, all, reached));
  }

  private static List<Schema<?>> inside(Schema<?> schema) {
    var inside = new ArrayList<Schema<?>>();
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(inside::add);
    }
    Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
        .filter(Objects::nonNull)
        .forEach(some -> some.forEach(inside::add));
    if (schema.getItems() != null) {
      inside.add(schema.getItems());
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      inside.add(values);
    }
    return inside;
  }
}
