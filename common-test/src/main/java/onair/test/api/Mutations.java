package onair.test.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes good bodies bad: one field of another kind, one too many or too few, or no JSON at all. */
final class Mutations {

  private final Values values;
  private final Random random;

  Mutations(Values values, Random random) {
    this.values = values;
    this.random = random;
  }

  /** The body with one to three changes. */
  byte[] of(JsonNode body) {
    if (random.nextInt(8) == 0) {
      return broken(body);
    }
    JsonNode changed = body.deepCopy();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      changed = change(changed);
    }
    return bytes(changed);
  }

  static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] broken(JsonNode body) {
    String text = body.toString();
    return switch (random.nextInt(8)) {
      case 0 -> new byte[0];
      case 1 -> text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8);
      case 2 -> (text + text).getBytes(StandardCharsets.UTF_8);
      case 3 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
      case 4 -> text.getBytes(StandardCharsets.UTF_16);
      case 5 -> "{\"name\":1,\"name\":2}".getBytes(StandardCharsets.UTF_8);
      case 6 -> "[".repeat(5_000).getBytes(StandardCharsets.UTF_8);
      default -> "{\"a\":1e999999999}".getBytes(StandardCharsets.UTF_8);
    };
  }

  private JsonNode change(JsonNode body) {
    List<JsonNode> places = new ArrayList<>();
    collect(body, places);
    if (places.isEmpty() || random.nextInt(15) == 0) {
      return values.odd();
    }
    JsonNode place = places.get(random.nextInt(places.size()));
    if (place instanceof ObjectNode object) {
      changeObject(object);
    } else if (place instanceof ArrayNode array) {
      changeArray(array);
    }
    return body;
  }

  private void changeObject(ObjectNode object) {
    List<String> names = List.copyOf(object.propertyNames());
    if (names.isEmpty() || random.nextInt(6) == 0) {
      object.set(random.nextInt(3) == 0 ? Texts.odd(random) : "unknown", values.odd());
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(4) == 0) {
      object.remove(name);
    } else {
      object.set(name, values.odd());
    }
  }

  private void changeArray(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(3) == 0) {
      array.add(values.odd());
    } else if (random.nextInt(4) == 0) {
      JsonNode one = array.get(0);
      for (int i = 0; i < 200; i++) {
        array.add(one);
      }
    } else {
      array.set(random.nextInt(array.size()), values.odd());
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainer()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }
}
