package onair.common.web;

import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import onair.common.patch.Patch;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a record out of one JSON tree and notes everything that is wrong on the way: unknown
 * fields, wrong types and broken constraints, at any depth. A record is checked before it is made,
 * so its constructor may rely on its own constraints.
 */
final class RecordReader {

  private final ScalarReader scalars;
  private final RecordConstraints constraints;
  private final Violations violations = new Violations();

  RecordReader(JsonMapper json, Validator validator) {
    this.scalars = new ScalarReader(json, violations);
    this.constraints = new RecordConstraints(validator, violations);
  }

  Violations violations() {
    return violations;
  }

  /** The record, or null when there are violations. */
  @Nullable Object read(Class<?> type, JsonNode tree) {
    Object made = readRecord(type, tree, "");
    return violations.size() == 0 ? made : null;
  }

  private @Nullable Object readValue(Type type, JsonNode node, String path) {
    return switch (type) {
      case Class<?> plain when plain.isRecord() && !scalars.hasOwnForm(plain) ->
          readRecord(plain, node, path);
      case WildcardType wildcard -> readValue(wildcard.getUpperBounds()[0], node, path);
      case ParameterizedType generic when generic.getRawType() instanceof Class<?> raw ->
          readGeneric(raw, generic, node, path);
      default -> scalars.read(type, node, path);
    };
  }

  private @Nullable Object readGeneric(
      Class<?> raw, ParameterizedType generic, JsonNode node, String path) {
    Type[] arguments = generic.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return readCollection(raw, arguments[0], node, path);
    }
    if (Map.class.isAssignableFrom(raw) && arguments[0] == String.class) {
      return readMap(arguments[1], node, path);
    }
    return scalars.read(generic, node, path);
  }

  private @Nullable Object readCollection(Class<?> raw, Type element, JsonNode node, String path) {
    if (!node.isArray()) {
      violations.add(path, "wrong_type", "must be a list");
      return null;
    }
    var items = new ArrayList<@Nullable Object>(node.size());
    for (int i = 0; i < node.size(); i++) {
      items.add(readItem(element, node.get(i), path + "[" + i + "]"));
    }
    return Set.class.isAssignableFrom(raw)
        ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
        : Collections.unmodifiableList(items);
  }

  private @Nullable Object readMap(Type value, JsonNode node, String path) {
    if (!node.isObject()) {
      violations.add(path, "wrong_type", "must be an object");
      return null;
    }
    var entries = new LinkedHashMap<String, @Nullable Object>();
    node.properties()
        .forEach(
            entry ->
                entries.put(
                    scalars.checked(entry.getKey(), path),
                    readItem(value, entry.getValue(), path + "." + entry.getKey())));
    return Collections.unmodifiableMap(entries);
  }

  private @Nullable Object readItem(Type type, JsonNode node, String path) {
    if (node.isNull()) {
      violations.add(path, "required", "must not be null");
      return null;
    }
    return readValue(type, node, path);
  }

  private @Nullable Object readRecord(Class<?> type, JsonNode node, String path) {
    if (!node.isObject()) {
      violations.add(path, "wrong_type", "must be an object");
      return null;
    }
    int before = violations.size();
    RecordShape shape = RecordShape.of(type);
    refuseUnknown(shape, node, path);
    var values = new ArrayList<@Nullable Object>();
    for (RecordShape.Field field : shape.fields().values()) {
      Object value = readField(field, node.get(field.jsonName()), child(path, field.jsonName()));
      constraints.checkValue(shape, field, value, path);
      values.add(value);
    }
    return violations.size() == before ? make(shape, values.toArray(), path) : null;
  }

  private void refuseUnknown(RecordShape shape, JsonNode node, String path) {
    for (String name : node.propertyNames()) {
      if (!shape.fields().containsKey(name)) {
        violations.add(child(path, name), "unknown_field", "is not a field of this request");
      }
    }
  }

  private @Nullable Object readField(
      RecordShape.Field field, @Nullable JsonNode node, String path) {
    if (field.rawType() == Patch.class) {
      return readPatch(field, node, path);
    }
    if (node != null && !node.isNull()) {
      return readValue(field.type(), node, path);
    }
    if (field.rawType().isPrimitive()) {
      violations.add(path, "required", "must be given");
    }
    return null;
  }

  private Patch<Object> readPatch(RecordShape.Field field, @Nullable JsonNode node, String path) {
    if (node == null) {
      return Patch.absent();
    }
    Type type =
        field.type() instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : Object.class;
    return Patch.of(node.isNull() ? null : readValue(type, node, path));
  }

  private @Nullable Object make(RecordShape shape, @Nullable Object[] values, String path) {
    try {
      Object made = shape.constructor().newInstance(values);
      constraints.checkRecord(shape, made, path);
      return made;
    } catch (InvocationTargetException refused) {
      return refused(refused.getCause(), shape, path);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("Cannot make " + shape.type(), impossible);
    }
  }

  private @Nullable Object refused(@Nullable Throwable why, RecordShape shape, String path) {
    switch (why) {
      case Problem problem -> throw problem;
      case IllegalArgumentException e ->
          violations.add(path, "invalid", String.valueOf(e.getMessage()));
      case null, default ->
          throw new IllegalStateException(
              "The constructor of " + shape.type() + " failed on what its constraints allow", why);
    }
    return null;
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Everything found, for the caller. */
  Problem problem() {
    Problem problem = Problems.validationFailed();
    violations.all().forEach(problem::violation);
    return problem;
  }
}
