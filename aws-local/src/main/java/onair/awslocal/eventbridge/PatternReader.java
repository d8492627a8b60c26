package onair.awslocal.eventbridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.awslocal.eventbridge.EventPattern.InvalidPattern;
import onair.awslocal.eventbridge.EventPattern.Leaf;
import onair.awslocal.eventbridge.EventPattern.Member;
import onair.awslocal.eventbridge.EventPattern.Nested;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads event patterns. Not covered: {@code cidr}. */
final class PatternReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

  private PatternReader() {}

  static EventPattern read(String json) {
    try {
      return pattern(JSON.readTree(json), "the pattern");
    } catch (JacksonException e) {
      throw new InvalidPattern("it is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static EventPattern pattern(JsonNode node, String where) {
    if (!node.isObject() || node.isEmpty()) {
      throw new InvalidPattern(where + " must be an object with members");
    }
    Map<String, Member> members = new LinkedHashMap<>();
    List<List<EventPattern>> alternatives = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      String name = entry.getKey();
      if (name.equals("$or") && value.isArray()) {
        alternatives.add(value.values().stream().map(one -> pattern(one, "$or")).toList());
      } else if (value.isObject()) {
        members.put(name, new Nested(pattern(value, "\"" + name + "\"")));
      } else if (value.isArray() && !value.isEmpty()) {
        members.put(name, new Leaf(value.values().stream().map(PatternReader::test).toList()));
      } else {
        throw new InvalidPattern(
            "\"%s\" must be an object or an array with values".formatted(name));
      }
    }
    return new EventPattern(members, alternatives);
  }

  private static ValueTest test(JsonNode node) {
    if (node.isValueNode()) {
      return new ValueTest.Equal(node);
    }
    if (!node.isObject() || node.size() != 1) {
      throw new InvalidPattern("a match is a value or an object with one operator");
    }
    Map.Entry<String, JsonNode> operation = node.properties().iterator().next();
    return operator(operation.getKey(), operation.getValue());
  }

  private static ValueTest operator(String name, JsonNode value) {
    return switch (name) {
      case "prefix" -> new ValueTest.Prefix(textOrIgnoringCase(name, value), value.isObject());
      case "suffix" -> new ValueTest.Suffix(textOrIgnoringCase(name, value), value.isObject());
      case "equals-ignore-case" -> new ValueTest.EqualIgnoringCase(text(name, value));
      case "wildcard" -> ValueTest.Wildcard.of(text(name, value));
      case "exists" -> {
        if (!value.isBoolean()) {
          throw new InvalidPattern("exists must be true or false");
        }
        yield new ValueTest.Exists(value.booleanValue());
      }
      case "anything-but" -> new ValueTest.AnythingBut(excluded(value));
      case "numeric" -> numeric(value);
      default -> throw new InvalidPattern("unrecognized match type " + name);
    };
  }

  private static List<ValueTest> excluded(JsonNode value) {
    if (value.isObject() && value.size() == 1) {
      Map.Entry<String, JsonNode> operation = value.properties().iterator().next();
      JsonNode operand = operation.getValue();
      String name = operation.getKey();
      if (!Set.of("prefix", "suffix", "equals-ignore-case", "wildcard").contains(name)) {
        throw new InvalidPattern("anything-but does not take " + name);
      }
      return operand.isArray()
          ? operand.values().stream().map(one -> operator(name, one)).toList()
          : List.of(operator(name, operand));
    }
    List<JsonNode> values = value.isArray() ? value.values().stream().toList() : List.of(value);
    if (values.isEmpty() || !values.stream().allMatch(one -> one.isString() || one.isNumber())) {
      throw new InvalidPattern("anything-but takes texts or numbers");
    }
    return values.stream().<ValueTest>map(ValueTest.Equal::new).toList();
  }

  private static ValueTest numeric(JsonNode value) {
    if (!value.isArray() || (value.size() != 2 && value.size() != 4)) {
      throw new InvalidPattern("numeric takes one or two comparisons");
    }
    List<ValueTest> tests = new ArrayList<>();
    for (int i = 0; i < value.size(); i += 2) {
      String comparison = value.get(i).isString() ? value.get(i).stringValue() : "";
      if (!COMPARISONS.contains(comparison) || !value.get(i + 1).isNumber()) {
        throw new InvalidPattern("numeric takes pairs of a comparison and a number");
      }
      tests.add(new ValueTest.Numeric(comparison, value.get(i + 1).decimalValue()));
    }
    return new ValueTest.All(tests);
  }

  private static String textOrIgnoringCase(String operator, JsonNode value) {
    return value.isObject() && value.size() == 1 && value.has("equals-ignore-case")
        ? text(operator, value.get("equals-ignore-case"))
        : text(operator, value);
  }

  private static String text(String operator, JsonNode value) {
    if (!value.isString()) {
      throw new InvalidPattern(operator + " takes a text");
    }
    return value.stringValue();
  }
}
