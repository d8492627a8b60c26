package onair.test.api;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes up values that are true to a JSON Schema, with a liking for its limits. Fields named like
 * ids mostly name something that is there.
 */
final class Values {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LONGEST = 400;
  private static final int DEEPEST = 6;

  private final DescribedApi api;
  private final KnownResources known;
  private final Random random;

  Values(DescribedApi api, KnownResources known, Random random) {
    this.api = api;
    this.known = known;
    this.random = random;
  }

  /** A value for a field of that name. */
  JsonNode of(JsonNode schema, String name) {
    return of(schema, name, 0);
  }

  private JsonNode of(JsonNode reference, String name, int depth) {
    JsonNode schema = api.resolve(reference);
    List<JsonNode> choices =
        schema.path(schema.has("anyOf") ? "anyOf" : "oneOf").valueStream().toList();
    if (!choices.isEmpty()) {
      return of(mostlyFirst(choices), name, depth);
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.path("enum").isArray()) {
      return mostlyFirst(schema.path("enum").valueStream().toList());
    }
    Optional<String> id = known.idFor(name, random);
    if (id.isPresent() && type(schema).equals("string") && random.nextInt(10) != 0) {
      return JSON.stringNode(id.get());
    }
    if (schema.has("example") && (random.nextInt(3) == 0 || schema.has("pattern"))) {
      return schema.path("example");
    }
    return switch (type(schema)) {
      case "string" -> JSON.stringNode(text(schema));
      case "integer" -> integer(schema);
      case "number" -> JSON.numberNode(random.nextInt(100_000) / 100.0);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "array" -> array(schema, name, depth);
      case "null" -> JSON.nullNode();
      default -> object(schema, depth);
    };
  }

  /** An example with ids of what is there in the place of those that are not. */
  JsonNode aboutWhatIsThere(JsonNode example) {
    JsonNode copy = example.deepCopy();
    replaceIds(copy);
    return copy;
  }

  private void replaceIds(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        Optional<JsonNode> id = known.idFor(name, random).map(JSON::stringNode);
        JsonNode value = object.path(name);
        if (id.isPresent() && value.isString()) {
          object.set(name, id.get());
        } else if (id.isPresent() && value.isArray()) {
          object.set(name, JSON.arrayNode().add(id.get()));
        } else {
          replaceIds(value);
        }
      }
    } else {
      node.forEach(this::replaceIds);
    }
  }

  /** A mean mixture of everything else there is. */
  JsonNode odd() {
    return switch (random.nextInt(11)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(-1);
      case 3 -> JSON.numberNode(BigInteger.TWO.pow(64 + random.nextInt(100)));
      case 4 -> JSON.numberNode(1.5);
      case 5 -> JSON.arrayNode();
      case 6 -> JSON.objectNode().put("unknown", 1);
      case 7 -> JSON.arrayNode().add(JSON.nullNode()).add("x").add(JSON.objectNode());
      case 8 -> deep(40);
      default -> JSON.stringNode(Texts.odd(random));
    };
  }

  private static JsonNode deep(int depth) {
    ObjectNode node = JSON.objectNode();
    return depth == 0 ? node : node.set("a", deep(depth - 1));
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return mostlyFirst(
              type.valueStream().sorted((a, b) -> Boolean.compare(isNull(a), isNull(b))).toList())
          .asString();
    }
    return type.asString("object");
  }

  private static boolean isNull(JsonNode type) {
    return type.asString().equals("null");
  }

  private JsonNode mostlyFirst(List<JsonNode> choices) {
    // null comes last by habit, and says little
    return random.nextInt(5) == 0
        ? choices.getLast()
        : choices.get(random.nextInt(Math.max(1, choices.size() - 1)));
  }

  private String text(JsonNode schema) {
    return switch (schema.path("format").asString("")) {
      case "date-time" -> time().toString();
      case "date" -> time().toString().substring(0, 10);
      case "uri", "url" -> "https://hooks.example.com/" + random.nextInt(1000);
      case "email" -> "someone" + random.nextInt(100_000) + "@example.com";
      default -> {
        int least = schema.path("minLength").asInt(1);
        int most = Math.max(least, Math.min(schema.path("maxLength").asInt(60), LONGEST));
        yield Texts.of(Math.max(1, least), Math.max(1, most), random);
      }
    };
  }

  private Instant time() {
    return Instant.now()
        .plus(Duration.ofSeconds(random.nextInt(-1_000_000, 4_000_000)))
        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  private JsonNode integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(Math.max(least, 100_000));
    return JSON.numberNode(
        switch (random.nextInt(12)) {
          case 0 -> least;
          case 1 -> most;
          // mostly small: what a size or a count asks for costs as much
          default -> least + (long) (Math.pow(random.nextDouble(), 6) * (most - least));
        });
  }

  private JsonNode array(JsonNode schema, String name, int depth) {
    int least = schema.path("minItems").asInt(depth > DEEPEST ? 0 : random.nextInt(2));
    int most = Math.max(least, Math.min(schema.path("maxItems").asInt(4), 12));
    ArrayNode all = JSON.arrayNode();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
      all.add(of(schema.path("items"), name, depth + 1));
    }
    return all;
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode made = JSON.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    schema
        .path("properties")
        .forEachEntry(
            (name, property) -> {
              if (required.contains(name) || (depth < DEEPEST && random.nextInt(3) == 0)) {
                made.set(name, of(property, name, depth + 1));
              }
            });
    JsonNode values = schema.path("additionalProperties");
    if (values.isObject() && depth < DEEPEST) {
      for (int i = random.nextInt(3); i > 0; i--) {
        made.set(
            "key" + random.nextInt(9),
            values.isEmpty() ? JSON.stringNode("x") : of(values, "", depth + 1));
      }
    }
    return made;
  }
}
