package onair.common.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a record looks like from outside: its JSON fields in order, and the constructor that takes
 * them.
 *
 * @param fields by JSON name
 */
record RecordShape(Class<?> type, Constructor<?> constructor, Map<String, Field> fields) {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return inspect(type);
        }
      };

  /** One component; {@code javaName} is what Bean Validation calls it. */
  record Field(String javaName, String jsonName, Class<?> rawType, Type type) {}

  static RecordShape of(Class<?> type) {
    return SHAPES.get(type);
  }

  /** The JSON name of a component, or of something else Bean Validation found in the record. */
  String jsonName(String javaName) {
    return fields.values().stream()
        .filter(field -> field.javaName().equals(javaName))
        .findFirst()
        .map(Field::jsonName)
        .orElseGet(() -> JsonStyle.name(javaName));
  }

  private static RecordShape inspect(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    var fields = new LinkedHashMap<String, Field>();
    for (RecordComponent component : components) {
      var field =
          new Field(
              component.getName(),
              jsonName(component),
              component.getType(),
              component.getGenericType());
      fields.put(field.jsonName(), field);
    }
    return new RecordShape(type, constructor(type, components), fields);
  }

  private static String jsonName(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> JsonStyle.name(component.getName()));
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    try {
      Class<?>[] parameters =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(
          "A record without its canonical constructor: " + type, impossible);
    }
  }
}
