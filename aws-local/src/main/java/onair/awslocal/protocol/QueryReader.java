package onair.awslocal.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Form parameters to SDK types, by their field lists.
 *
 * <p>Source: Smithy 2.0, "AWS query protocol": lists are {@code Name.member.1}, maps {@code
 * Name.entry.1.key}, both without their middle part when flattened; an empty list is {@code Name=}.
 */
record QueryReader(Violations violations, QueryNames names) {

  private static final String ITEM = "member";
  private static final String ENTRY = "entry";
  private static final Pattern INDEX = Pattern.compile("[1-9]\\d{0,8}");
  private static final String UNKNOWN = "unknown parameter";

  /** Sets the builder's fields; what does not fit is reported and left out. */
  void read(QueryParameter given, SdkPojo builder) {
    Map<String, SdkField<?>> fields = new HashMap<>();
    for (SdkField<?> field : builder.sdkFields()) {
      fields.put(names.of(field.locationName()), field);
    }
    given
        .children()
        .forEach(
            (name, parameter) -> {
              SdkField<?> field = fields.get(name);
              if (field == null) {
                violations.add(parameter.name(), UNKNOWN);
                return;
              }
              Object value = value(parameter, field);
              if (value != null) {
                field.set(builder, value);
              }
            });
  }

  private @Nullable Object value(QueryParameter given, SdkField<?> field) {
    ListTrait list = field.getTrait(ListTrait.class);
    if (list != null) {
      return list(given, list);
    }
    MapTrait map = field.getTrait(MapTrait.class);
    if (map != null) {
      return map(given, field.locationName(), map);
    }
    if (field.constructor() != null) {
      return structure(given, field);
    }
    given.children().values().forEach(child -> violations.add(child.name(), UNKNOWN));
    return scalar(given, field);
  }

  private @Nullable Object scalar(QueryParameter given, SdkField<?> field) {
    String text = given.value();
    Object value =
        text == null ? null : TextScalars.read(text, field, TimestampFormatTrait.Format.ISO_8601);
    if (value == null) {
      violations.add(given.name(), TextScalars.describe(field));
    }
    return value;
  }

  private @Nullable Object structure(QueryParameter given, SdkField<?> field) {
    if (given.value() != null && !given.value().isEmpty()) {
      violations.add(given.name(), "must be a structure");
      return null;
    }
    SdkPojo builder = field.constructor().get();
    read(given, builder);
    return ((Buildable) builder).build();
  }

  private List<Object> list(QueryParameter given, ListTrait trait) {
    String item = trait.memberLocationName() == null ? ITEM : trait.memberLocationName();
    List<Object> items = new ArrayList<>();
    for (QueryParameter each : numbered(given, trait.isFlattened() ? null : item)) {
      Object value = value(each, trait.memberFieldInfo());
      if (value != null) {
        items.add(value);
      }
    }
    return items;
  }

  private Map<String, Object> map(QueryParameter given, String member, MapTrait trait) {
    String keyName = names.key(member, trait);
    String valueName = names.value(trait);
    Map<String, Object> map = new LinkedHashMap<>();
    for (QueryParameter entry : numbered(given, trait.isFlattened() ? null : ENTRY)) {
      QueryParameter key = entry.children().get(keyName);
      QueryParameter item = entry.children().get(valueName);
      if (key == null || key.value() == null || item == null || entry.children().size() > 2) {
        violations.add(entry.name(), "must have %s and %s".formatted(keyName, valueName));
        continue;
      }
      Object value = value(item, trait.valueFieldInfo());
      if (value != null) {
        map.put(key.value(), value);
      }
    }
    return map;
  }

  /**
   * The items below a list or map in the order of their numbers.
   *
   * @param wrapper what stands between the name and the numbers, null when nothing does
   */
  private Iterable<QueryParameter> numbered(QueryParameter given, @Nullable String wrapper) {
    if (given.value() != null && !given.value().isEmpty()) {
      violations.add(given.name(), "must be a list");
      return List.of();
    }
    QueryParameter parent = given;
    if (wrapper != null) {
      for (Map.Entry<String, QueryParameter> child : given.children().entrySet()) {
        if (!child.getKey().equals(wrapper)) {
          violations.add(child.getValue().name(), UNKNOWN);
        }
      }
      QueryParameter wrapped = given.children().get(wrapper);
      if (wrapped == null) {
        return List.of();
      }
      parent = wrapped;
    }
    Map<Integer, QueryParameter> items = new TreeMap<>();
    parent
        .children()
        .forEach(
            (number, item) -> {
              if (INDEX.matcher(number).matches()) {
                items.put(Integer.valueOf(number), item);
              } else {
                violations.add(item.name(), UNKNOWN);
              }
            });
    return items.values();
  }
}
