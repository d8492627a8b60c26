package onair.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document with types told as OpenAPI 3.0 did. The comparison's library looks at one type each
 * and does not see that a type of 3.1 has changed.
 */
final class OldSchemas {

  private static final String NULL = "null";

  private OldSchemas() {}

  static JsonNode of(JsonNode document) {
    ObjectNode old = document.deepCopy().asObject();
    old.put("openapi", "3.0.3");
    rewrite(old);
    return old;
  }

  private static void rewrite(JsonNode node) {
    if (node instanceof ObjectNode object) {
      oneType(object);
      noAlternative(object);
    }
    node.forEach(OldSchemas::rewrite);
  }

  private static void oneType(ObjectNode schema) {
    if (schema.path("type").isArray()) {
      for (JsonNode type : schema.path("type").deepCopy()) {
        if (type.asString().equals(NULL)) {
          schema.put("nullable", true);
        } else {
          schema.set("type", type);
        }
      }
    }
  }

  /** Something or null. */
  private static void noAlternative(ObjectNode schema) {
    JsonNode any = schema.path("anyOf");
    if (any.size() == 2 && any.get(1).path("type").asString("").equals(NULL)) {
      ObjectNode something = any.get(0).asObject();
      schema.remove("anyOf");
      if (something.has("$ref")) {
        schema.putArray("allOf").add(something);
      } else {
        schema.setAll(something);
      }
      schema.put("nullable", true);
    }
  }
}
