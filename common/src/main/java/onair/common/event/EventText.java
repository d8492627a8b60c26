package onair.common.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads texts of events, whose shape another program decides. */
public final class EventText {

  private EventText() {}

  /** The text of a field; null when it is not there, is no text, or says nothing. */
  public static @Nullable String of(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() && !value.asString().isBlank() ? value.asString() : null;
  }
}
