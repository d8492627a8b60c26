package onair.awslocal.eventbridge;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A test of one value of an event. It is given null where the event has no such member.
 *
 * <p>Source: Amazon EventBridge User Guide, "Comparison operators for use in event patterns".
 */
sealed interface ValueTest {

  boolean accepts(@Nullable JsonNode value);

  /** The same JSON value; numbers as they are written, so {@code 300} is not {@code 300.0}. */
  record Equal(JsonNode wanted) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      return value != null
          && value.getNodeType() == wanted.getNodeType()
          && value.asString().equals(wanted.asString());
    }
  }

  record EqualIgnoringCase(String wanted) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      return value != null && value.isString() && value.stringValue().equalsIgnoreCase(wanted);
    }
  }

  record Prefix(String prefix, boolean ignoreCase) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      return value != null
          && value.isString()
          && value.stringValue().regionMatches(ignoreCase, 0, prefix, 0, prefix.length());
    }
  }

  record Suffix(String suffix, boolean ignoreCase) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      if (value == null || !value.isString()) {
        return false;
      }
      String text = value.stringValue();
      int start = text.length() - suffix.length();
      return text.regionMatches(ignoreCase, start, suffix, 0, suffix.length());
    }
  }

  /** {@code *} stands for any characters. */
  record Wildcard(List<String> parts) implements ValueTest {

    static Wildcard of(String pattern) {
      return new Wildcard(List.of(pattern.split("\\*", -1)));
    }

    @Override
    public boolean accepts(@Nullable JsonNode value) {
      if (value == null || !value.isString()) {
        return false;
      }
      String text = value.stringValue();
      String first = parts.getFirst();
      String last = parts.getLast();
      if (parts.size() == 1) {
        return text.equals(first);
      }
      if (!text.startsWith(first) || text.length() < first.length() + last.length()) {
        return false;
      }
      int position = first.length();
      for (String part : parts.subList(1, parts.size() - 1)) {
        int found = text.indexOf(part, position);
        if (found < 0) {
          return false;
        }
        position = found + part.length();
      }
      return text.endsWith(last) && text.length() - last.length() >= position;
    }
  }

  /** A value that is there and passes none of the tests. */
  record AnythingBut(List<ValueTest> tests) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      return value != null && tests.stream().noneMatch(test -> test.accepts(value));
    }
  }

  record Exists(boolean wanted) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      return (value != null) == wanted;
    }
  }

  /** One comparison, such as {@code >= 5}. */
  record Numeric(String operator, BigDecimal bound) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      if (value == null || !value.isNumber()) {
        return false;
      }
      int order = Double.compare(value.doubleValue(), bound.doubleValue());
      return switch (operator) {
        case "=" -> order == 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        default -> throw new IllegalStateException(operator);
      };
    }
  }

  record All(List<ValueTest> tests) implements ValueTest {
    @Override
    public boolean accepts(@Nullable JsonNode value) {
      return tests.stream().allMatch(test -> test.accepts(value));
    }
  }
}
