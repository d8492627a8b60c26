package onair.awslocal.eventbridge;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a target gets of an event: all of it, a part, a text of its own, or a template filled with
 * parts.
 *
 * <p>Source: Amazon EventBridge API Reference, Target and InputTransformer; User Guide, "Input
 * transformation".
 */
final class TargetInput {

  private static final Pattern NAME = Pattern.compile("<([A-Za-z0-9_.-]+)>");

  private TargetInput() {}

  static String of(Target target, ObjectNode envelope) {
    if (target.input() != null) {
      return target.input();
    }
    if (target.inputTransformer() != null) {
      return filled(target.inputTransformer(), envelope);
    }
    return target.inputPath() == null
        ? envelope.toString()
        : at(envelope, target.inputPath()).toString();
  }

  /**
   * Names in angle brackets stand for parts of the event, inside quotes for their texts. Of AWS's
   * own names there are {@code aws.events.event} and {@code aws.events.event.json}; what is not
   * there is empty.
   */
  private static String filled(InputTransformer transformer, ObjectNode envelope) {
    Matcher names = NAME.matcher(transformer.inputTemplate());
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      boolean quoted = isQuoted(transformer.inputTemplate(), names.start());
      String value = value(names.group(1), transformer.inputPathsMap(), envelope, quoted);
      names.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return names.appendTail(filled).toString();
  }

  private static String value(
      String name, Map<String, String> paths, ObjectNode envelope, boolean quoted) {
    JsonNode node =
        switch (name) {
          case "aws.events.event", "aws.events.event.json" -> envelope;
          default -> at(envelope, paths.getOrDefault(name, "$.-"));
        };
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    String json = node.toString();
    if (!quoted) {
      return json;
    }
    // Inside quotes a text stands as it is, and anything else as the text of its JSON.
    return node.isString()
        ? json.substring(1, json.length() - 1)
        : json.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static boolean isQuoted(String template, int place) {
    boolean quoted = false;
    for (int i = 0; i < place; i++) {
      if (template.charAt(i) == '"' && (i == 0 || template.charAt(i - 1) != '\\')) {
        quoted = !quoted;
      }
    }
    return quoted;
  }

  /** A path of member names, such as {@code $.detail.state}; what is not there is null. */
  private static JsonNode at(ObjectNode envelope, String path) {
    JsonNode node = envelope;
    for (String name : path.substring(1).split("\\.", -1)) {
      node = name.isEmpty() ? node : node.path(name);
    }
    return node;
  }
}
