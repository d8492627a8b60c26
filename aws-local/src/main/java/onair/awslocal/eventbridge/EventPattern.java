package onair.awslocal.eventbridge;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which events a rule is for: every member must match, and one of the alternatives of each {@code
 * $or}.
 *
 * <p>Source: Amazon EventBridge User Guide, "Creating event patterns".
 */
record EventPattern(Map<String, Member> members, List<List<EventPattern>> alternatives) {

  /** What is asked of one member of an event. */
  sealed interface Member {}

  /** A value: one of the tests must pass, on one of the values when the event has an array. */
  record Leaf(List<ValueTest> tests) implements Member {}

  /** An object, matched in turn. */
  record Nested(EventPattern pattern) implements Member {}

  /** Reads a pattern, or throws {@link InvalidPattern}. */
  static EventPattern parse(String json) {
    return PatternReader.read(json);
  }

  /** A pattern AWS would not take. */
  static final class InvalidPattern extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    InvalidPattern(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  boolean matches(@Nullable JsonNode event) {
    return members.entrySet().stream()
            .allMatch(entry -> matches(entry.getValue(), member(event, entry.getKey())))
        && alternatives.stream()
            .allMatch(choices -> choices.stream().anyMatch(choice -> choice.matches(event)));
  }

  private static boolean matches(Member wanted, @Nullable JsonNode value) {
    return switch (wanted) {
      case Nested nested ->
          value != null && value.isArray()
              ? value.values().stream().anyMatch(nested.pattern()::matches)
              : nested.pattern().matches(value);
      case Leaf leaf -> leaf.tests().stream().anyMatch(test -> accepts(test, value));
    };
  }

  private static boolean accepts(ValueTest test, @Nullable JsonNode value) {
    if (value == null || value.isObject()) { // only leaves have values
      return test.accepts(null);
    }
    return value.isArray() && !value.isEmpty()
        ? value.values().stream().anyMatch(item -> accepts(test, item))
        : test.accepts(value.isArray() ? null : value);
  }

  private static @Nullable JsonNode member(@Nullable JsonNode event, String name) {
    return event == null || !event.isObject() ? null : event.get(name);
  }
}
