package onair.awslocal.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON objects to SDK types and back, by their field lists.
 *
 * @param name the JSON member of a field
 * @param included which fields are in the document
 * @param timestamps how times are written that have no format of their own
 * @param fieldsByType the included fields of each type seen, by member name
 */
record JsonDocuments(
    Function<SdkField<?>, String> name,
    Predicate<SdkField<?>> included,
    TimestampFormatTrait.Format timestamps,
    Map<Class<?>, Map<String, SdkField<?>>> fieldsByType) {

  private JsonDocuments(
      Function<SdkField<?>, String> name,
      Predicate<SdkField<?>> included,
      TimestampFormatTrait.Format timestamps) {
    this(name, included, timestamps, new ConcurrentHashMap<>());
  }

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Predicate<SdkField<?>> IN_BODY =
      field -> field.location() == MarshallLocation.PAYLOAD;

  /** Rows of the state store. */
  static final JsonDocuments STATE =
      new JsonDocuments(SdkField::memberName, field -> true, TimestampFormatTrait.Format.ISO_8601);

  /** Bodies of requests in the JSON protocols. */
  static final JsonDocuments REQUEST =
      new JsonDocuments(
          SdkField::locationName, IN_BODY, TimestampFormatTrait.Format.UNIX_TIMESTAMP);

  /** Bodies of responses in the JSON protocols. */
  static final JsonDocuments RESPONSE =
      new JsonDocuments(
          SdkField::unmarshallLocationName, IN_BODY, TimestampFormatTrait.Format.UNIX_TIMESTAMP);

  ObjectNode write(SdkPojo value) {
    ObjectNode object = NODES.objectNode();
    for (SdkField<?> field : value.sdkFields()) {
      Object member = included.test(field) ? field.getValueOrDefault(value) : null;
      if (member != null && !isAbsent(member)) {
        object.set(name.apply(field), writeValue(field, member));
      }
    }
    return object;
  }

  /** Whether an SDK collection stands for "not given". */
  static boolean isAbsent(Object value) {
    return value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
  }

  JsonNode writeValue(SdkField<?> field, @Nullable Object value) {
    return switch (value) {
      case null -> NODES.nullNode();
      case SdkPojo pojo -> write(pojo);
      case List<?> list -> {
        SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
        ArrayNode array = NODES.arrayNode(list.size());
        list.forEach(item -> array.add(writeValue(element, item)));
        yield array;
      }
      case Map<?, ?> map -> {
        SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
        ObjectNode object = NODES.objectNode();
        map.forEach((key, item) -> object.set(key.toString(), writeValue(element, item)));
        yield object;
      }
      case Instant instant -> writeInstant(instant, field);
      case SdkBytes bytes ->
          NODES.stringNode(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
      case Boolean bool -> NODES.booleanNode(bool);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Short number -> NODES.numberNode(number);
      case Byte number -> NODES.numberNode(number);
      case Float number -> NODES.numberNode(number);
      case Double number -> NODES.numberNode(number);
      case BigDecimal number -> NODES.numberNode(number);
      default -> NODES.stringNode(value.toString());
    };
  }

  private JsonNode writeInstant(Instant instant, SdkField<?> field) {
    TimestampFormatTrait.Format format = Timestamps.formatOf(field, timestamps);
    return format == TimestampFormatTrait.Format.UNIX_TIMESTAMP
        ? NODES.numberNode(Timestamps.epochSeconds(instant))
        : NODES.stringNode(Timestamps.write(instant, format));
  }

  /** Sets the builder's fields from a JSON object; what does not fit is reported and left out. */
  void read(JsonNode object, SdkPojo builder, Violations violations) {
    read(object, builder, "", violations);
  }

  private void read(JsonNode object, SdkPojo builder, String path, Violations violations) {
    if (!object.isObject()) {
      violations.add(path, "must be an object");
      return;
    }
    Map<String, SdkField<?>> fields = fieldsOf(builder);
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      SdkField<?> field = fields.get(member.getKey());
      String memberPath = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      if (field == null) {
        violations.add(memberPath, "unknown member");
      } else if (!member.getValue().isNull()) {
        Object value = readValue(member.getValue(), field, memberPath, violations);
        if (value != null) {
          field.set(builder, value);
        }
      }
    }
  }

  private Map<String, SdkField<?>> fieldsOf(SdkPojo builder) {
    return fieldsByType.computeIfAbsent(
        builder.getClass(),
        any -> {
          Map<String, SdkField<?>> fields = new HashMap<>();
          for (SdkField<?> field : builder.sdkFields()) {
            if (included.test(field)) {
              fields.put(name.apply(field), field);
            }
          }
          return fields;
        });
  }

  @Nullable Object readValue(JsonNode node, SdkField<?> field, String path, Violations violations) {
    MarshallingKnownType type = field.marshallingType().getKnownType();
    return switch (type) {
      case SDK_POJO -> readPojo(node, field, path, violations);
      case LIST -> readList(node, field, path, violations);
      case MAP -> readMap(node, field, path, violations);
      case INSTANT -> readInstant(node, field, path, violations);
      default -> {
        Object value = JsonScalars.read(node, type);
        if (value == null) {
          violations.add(path, "must be " + JsonScalars.describe(type));
        }
        yield value;
      }
    };
  }

  private @Nullable Object readPojo(
      JsonNode node, SdkField<?> field, String path, Violations violations) {
    if (!node.isObject()) {
      violations.add(path, "must be an object");
      return null;
    }
    SdkPojo builder = field.constructor().get();
    read(node, builder, path, violations);
    return ((Buildable) builder).build();
  }

  private @Nullable Object readList(
      JsonNode node, SdkField<?> field, String path, Violations violations) {
    if (!node.isArray()) {
      violations.add(path, "must be an array");
      return null;
    }
    SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
    List<Object> list = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      Object item = readValue(node.get(i), element, path + "[" + i + "]", violations);
      if (item != null) {
        list.add(item);
      }
    }
    return list;
  }

  private @Nullable Object readMap(
      JsonNode node, SdkField<?> field, String path, Violations violations) {
    if (!node.isObject()) {
      violations.add(path, "must be an object");
      return null;
    }
    SdkField<?> element = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = entry.getKey();
      Object item = readValue(entry.getValue(), element, path + "[" + key + "]", violations);
      if (item != null) {
        map.put(key, item);
      }
    }
    return map;
  }

  private @Nullable Instant readInstant(
      JsonNode node, SdkField<?> field, String path, Violations violations) {
    try {
      return node.isNumber()
          ? Timestamps.ofEpochSeconds(node.decimalValue())
          : Timestamps.read(node.stringValue(""), Timestamps.formatOf(field, timestamps));
    } catch (DateTimeException | ArithmeticException | JacksonException e) {
      violations.add(path, "must be a timestamp");
      return null;
    }
  }
}
