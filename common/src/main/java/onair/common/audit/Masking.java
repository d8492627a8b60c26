package onair.common.audit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes secrets out of what is written down: texts of fields named like one, and texts that look
 * like one whatever their field is called.
 */
final class Masking {

  static final String MASK = "***";

  /** Longest JSON kept of one side of a change, in characters. */
  private static final int LONGEST = 32_000;

  private static final Pattern NAME =
      Pattern.compile(
          "(^|.*_)(secrets?|password|passphrase|tokens?|key|keys|credentials?|signature|authorization|cookie)$");

  /** Named like a secret and none. */
  private static final Set<String> HARMLESS = Set.of("public_key", "object_key", "idempotency_key");

  /** Looked for at each place of a text, so nothing here begins with a repetition. */
  private static final Pattern VALUE =
      Pattern.compile(
          "onair_(live|test)_\\w|whsec_\\w|\\bsk_\\w{16}|eyJ[\\w-]{5,512}+\\.[\\w-]{2}"
              + "|-----BEGIN [A-Z ]{0,20}PRIVATE KEY|://[^/\\s@]{1,256}+@"
              + "|[?&](X-Amz-Signature|Signature|passphrase|token)=",
          Pattern.CASE_INSENSITIVE);

  /** Longer texts are not looked through, and so not kept. */
  private static final int LONGEST_TEXT = 4096;

  private Masking() {}

  /** A copy that may be kept; null for what is not there. */
  static @Nullable JsonNode of(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return null;
    }
    JsonNode masked = mask(node.deepCopy());
    return masked.toString().length() <= LONGEST ? masked : shortened(masked);
  }

  private static JsonNode mask(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> maskFields(object);
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, mask(array.get(i)));
        }
        yield array;
      }
      default -> looksLikeOne(node) ? masked() : node;
    };
  }

  private static ObjectNode maskFields(ObjectNode object) {
    for (String name : object.propertyNames().toArray(String[]::new)) {
      JsonNode value = object.get(name);
      object.set(name, isSecret(name) ? maskTexts(value) : mask(value));
    }
    return object;
  }

  /** All texts below, whatever they look like. */
  private static JsonNode maskTexts(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        for (String name : object.propertyNames().toArray(String[]::new)) {
          object.set(name, maskTexts(object.get(name)));
        }
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, maskTexts(array.get(i)));
        }
        yield array;
      }
      default -> node.isString() || node.isNumber() ? masked() : node;
    };
  }

  private static boolean isSecret(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !HARMLESS.contains(lower) && NAME.matcher(lower).matches();
  }

  private static boolean looksLikeOne(JsonNode node) {
    return node.isString()
        && (node.asString().length() > LONGEST_TEXT || VALUE.matcher(node.asString()).find());
  }

  private static JsonNode masked() {
    return JsonNodeFactory.instance.stringNode(MASK);
  }

  private static JsonNode shortened(JsonNode node) {
    ObjectNode rest = JsonNodeFactory.instance.objectNode();
    for (String name : new String[] {"id", "object", "name", "status"}) {
      if (node.path(name).isString()) {
        rest.set(name, node.get(name));
      }
    }
    return rest.put("too_large_to_keep", true);
  }
}
