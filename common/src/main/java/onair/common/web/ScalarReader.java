package onair.common.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what is not a record, list or map. Nothing is coerced: {@code "5"} is no number, {@code 1}
 * no truth value, {@code 5.0} not whole.
 */
final class ScalarReader {

  private static final String WRONG_TYPE = "wrong_type";
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /** Types written as text, and how. */
  private static final Map<Class<?>, String> TEXTS =
      Map.of(
          Instant.class, "must be a time like 2026-01-31T12:00:00Z",
          OffsetDateTime.class, "must be a time like 2026-01-31T12:00:00Z",
          LocalDate.class, "must be a date like 2026-01-31",
          Duration.class, "must be a duration like PT30S",
          URI.class, "must be an address",
          UUID.class, "must be a UUID");

  private final JsonMapper json;
  private final Violations violations;

  ScalarReader(JsonMapper json, Violations violations) {
    this.json = json;
    this.violations = violations;
  }

  /** Whether a record says itself how its JSON looks, for example a typed id written as text. */
  boolean hasOwnForm(Class<?> type) {
    return type.isAnnotationPresent(JsonDeserialize.class)
        || Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class))
        || Arrays.stream(type.getDeclaredConstructors())
            .anyMatch(constructor -> constructor.isAnnotationPresent(JsonCreator.class));
  }

  @Nullable Object read(Type type, JsonNode node, String path) {
    if (type == String.class) {
      return node.isString() ? checked(node.stringValue(), path) : wrong(path, "must be text");
    }
    if (type == boolean.class || type == Boolean.class) {
      return node.isBoolean() ? (Object) node.booleanValue() : wrong(path, "must be true or false");
    }
    if (isWhole(type)) {
      return whole(type, node, path);
    }
    if (isFraction(type) && !node.isNumber()) {
      return wrong(path, "must be a number");
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return enumConstant(plain, node, path);
    }
    return TEXTS.containsKey(type) ? text(type, node, path) : other(type, node, path);
  }

  /** Text as it is; text PostgreSQL or UTF-8 cannot hold is told. */
  String checked(String text, String path) {
    if (text.indexOf('\0') >= 0
        || text.codePoints()
            .anyMatch(
                point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
      violations.add(path, "invalid_characters", "holds a character that cannot be stored");
    }
    return text;
  }

  private @Nullable Object wrong(String path, String detail) {
    violations.add(path, WRONG_TYPE, detail);
    return null;
  }

  private static boolean isWhole(Type type) {
    return type == int.class
        || type == Integer.class
        || type == long.class
        || type == Long.class
        || type == BigInteger.class;
  }

  private static boolean isFraction(Type type) {
    return type == double.class
        || type == Double.class
        || type == float.class
        || type == Float.class
        || type == BigDecimal.class;
  }

  private @Nullable Object whole(Type type, JsonNode node, String path) {
    if (!node.isIntegralNumber()) {
      return wrong(path, "must be a whole number");
    }
    BigInteger value = node.bigIntegerValue();
    if (type == BigInteger.class) {
      return value;
    }
    boolean narrow = type == int.class || type == Integer.class;
    if (narrow
        ? !node.canConvertToInt()
        : value.compareTo(LONG_MIN) < 0 || value.compareTo(LONG_MAX) > 0) {
      violations.add(path, "out_of_range", "is too large or too small");
      return null;
    }
    return narrow ? (Object) value.intValueExact() : (Object) value.longValueExact();
  }

  private @Nullable Object enumConstant(Class<?> type, JsonNode node, String path) {
    if (!node.isString()) {
      return wrong(path, "must be text");
    }
    try {
      return json.treeToValue(node, type);
    } catch (JacksonException unknown) {
      String words =
          Arrays.stream(type.getEnumConstants())
              .map(constant -> json.valueToTree(constant).asString())
              .collect(Collectors.joining(", "));
      violations.add(path, "unknown_value", "must be one of: " + words);
      return null;
    }
  }

  private @Nullable Object text(Type type, JsonNode node, String path) {
    String form = TEXTS.getOrDefault(type, "");
    if (!node.isString()) {
      return wrong(path, form);
    }
    try {
      Object value = json.treeToValue(node, json.constructType(type));
      boolean storable =
          !(value instanceof Instant at)
              || (at.isAfter(Instant.EPOCH.minusSeconds(62_135_596_800L))
                  && at.isBefore(Instant.parse("9999-12-31T23:59:59Z")));
      if (storable) {
        return value;
      }
      violations.add(path, "out_of_range", "must be between the years 1 and 9999");
    } catch (JacksonException notOfThatForm) {
      violations.add(path, "invalid", form);
    }
    return null;
  }

  private @Nullable Object other(Type type, JsonNode node, String path) {
    checkAll(node, path);
    try {
      return json.treeToValue(node, json.constructType(type));
    } catch (JacksonException refused) {
      String why = refused.getCause() instanceof IllegalArgumentException e ? e.getMessage() : null;
      violations.add(path, "invalid", why == null ? "cannot be read" : why);
      return null;
    }
  }

  private void checkAll(JsonNode node, String path) {
    if (node.isString()) {
      checked(node.stringValue(), path);
    }
    node.properties()
        .forEach(
            entry -> {
              checked(entry.getKey(), path);
              checkAll(entry.getValue(), path + "." + entry.getKey());
            });
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        checkAll(node.get(i), path + "[" + i + "]");
      }
    }
  }
}
