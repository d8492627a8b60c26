package onair.awslocal.eventbridge;

import software.amazon.awssdk.services.eventbridge.model.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a target gets of an event: all of it, a part, or a text of its own.
 *
 * <p>Source: Amazon EventBridge API Reference, Target. Not covered: InputTransformer, which is
 * refused when the target is put.
 */
final class TargetInput {

  private TargetInput() {}

  static String of(Target target, ObjectNode envelope) {
    if (target.input() != null) {
      return target.input();
    }
    return target.inputPath() == null
        ? envelope.toString()
        : at(envelope, target.inputPath()).toString();
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
