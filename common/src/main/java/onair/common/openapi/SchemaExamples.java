package onair.common.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an example of a schema out of the examples of its fields. A field that may be null and has
 * none is null in a reply and left out of a request; a time needs none; the first word of a list of
 * words will do.
 */
final class SchemaExamples {

  private static final String SOME_TIME = "2026-12-24T20:15:00Z";
  private static final String SOME_DAY = "2026-12-24";
  private static final int DEEPEST = 16;

  private final ObjectMapper json;
  private final Map<String, Schema> all;

  SchemaExamples(ObjectMapper json, Map<String, Schema> all) {
    this.json = json;
    this.all = all;
  }

  /** Empty when there is nothing to make it of. */
  Optional<JsonNode> request(Schema<?> schema) {
    return example(schema, false, 0);
  }

  /** Empty when there is nothing to make it of. */
  Optional<JsonNode> reply(Schema<?> schema) {
    return example(schema, true, 0);
  }

  private Optional<JsonNode> example(Schema<?> schema, boolean reply, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (schema.getExample() != null) {
      return Optional.of(json.valueToTree(schema.getExample()));
    }
    if (schema.get$ref() != null) {
      String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
      return Optional.ofNullable(all.get(name)).flatMap(one -> example(one, reply, depth + 1));
    }
    if (schema.getAnyOf() != null) {
      Schema<?> first = schema.getAnyOf().getFirst();
      return example(first, reply, depth + 1).or(() -> absent(schema, reply));
    }
    if (schema.getEnum() != null && !Nullability.isNullable(schema)) {
      return Optional.of(json.valueToTree(schema.getEnum().getFirst()));
    }
    return structured(schema, reply, depth).or(() -> absent(schema, reply));
  }

  private Optional<JsonNode> structured(Schema<?> schema, boolean reply, int depth) {
    if (schema.getProperties() != null) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      schema
          .getProperties()
          .forEach(
              (name, property) ->
                  example(property, reply, depth + 1).ifPresent(one -> object.set(name, one)));
      return Optional.of(object);
    }
    if (schema.getItems() != null) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      return example(schema.getItems(), reply, depth + 1).map(array::add);
    }
    return Nullability.isNullable(schema) ? Optional.empty() : ofType(schema);
  }

  private static Optional<JsonNode> ofType(Schema<?> schema) {
    Set<String> types = schema.getTypes() == null ? Set.of() : schema.getTypes();
    if (types.equals(Set.of("string")) && schema.getFormat() != null) {
      return Optional.ofNullable(
              Map.of("date-time", SOME_TIME, "date", SOME_DAY).get(schema.getFormat()))
          .map(JsonNodeFactory.instance::textNode);
    }
    return types.equals(Set.of("object"))
        ? Optional.of(JsonNodeFactory.instance.objectNode())
        : Optional.empty();
  }

  private static Optional<JsonNode> absent(Schema<?> schema, boolean reply) {
    return reply && Nullability.isNullable(schema)
        ? Optional.of(JsonNodeFactory.instance.nullNode())
        : Optional.empty();
  }
}
