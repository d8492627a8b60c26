package onair.awslocal.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/**
 * The fields of REST operations that travel outside the body.
 *
 * <p>Source: Smithy 2.0, "HTTP binding traits".
 */
final class RestBinding {

  private RestBinding() {}

  /** Sets path, query and header fields of a request. */
  static void read(
      WireProtocol.Call call, WireRequest request, SdkPojo builder, Violations violations) {
    for (SdkField<?> field : builder.sdkFields()) {
      String name = field.locationName();
      switch (field.location()) {
        case PATH, GREEDY_PATH -> {
          String label = call.labels().get(name);
          if (label != null) {
            set(
                field,
                builder,
                WirePath.decode(label),
                TimestampFormatTrait.Format.ISO_8601,
                violations);
          }
        }
        case QUERY_PARAM -> query(field, request.query().get(name), builder, violations);
        case HEADER -> {
          String header = request.header(name);
          if (header != null) {
            set(field, builder, header, TimestampFormatTrait.Format.RFC_822, violations);
          }
        }
        default -> {} // in the body
      }
    }
  }

  private static void query(
      SdkField<?> field, @Nullable List<String> values, SdkPojo builder, Violations violations) {
    if (values == null) {
      return;
    }
    if (field.marshallingType() != MarshallingType.LIST) {
      set(field, builder, values.getFirst(), TimestampFormatTrait.Format.ISO_8601, violations);
      return;
    }
    SdkField<?> element = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
    List<Object> items = new ArrayList<>(values.size());
    for (String value : values) {
      Object item = TextScalars.read(value, element, TimestampFormatTrait.Format.ISO_8601);
      if (item == null) {
        violations.add(field.locationName(), TextScalars.describe(element));
      } else {
        items.add(item);
      }
    }
    field.set(builder, items);
  }

  private static void set(
      SdkField<?> field,
      SdkPojo builder,
      String text,
      TimestampFormatTrait.Format timestamps,
      Violations violations) {
    Object value = TextScalars.read(text, field, timestamps);
    if (value == null) {
      violations.add(field.locationName(), TextScalars.describe(field));
    } else {
      field.set(builder, value);
    }
  }

  /** Header fields of a response. */
  static Map<String, String> headers(SdkPojo response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (SdkField<?> field : response.sdkFields()) {
      Object value =
          field.location() == MarshallLocation.HEADER ? field.getValueOrDefault(response) : null;
      if (value != null) {
        headers.put(
            field.unmarshallLocationName(),
            TextScalars.write(value, field, TimestampFormatTrait.Format.RFC_822));
      }
    }
    return headers;
  }

  /** The field that is the whole body, when there is one. */
  static Optional<SdkField<?>> payload(SdkPojo type) {
    for (SdkField<?> field : type.sdkFields()) {
      if (field.containsTrait(PayloadTrait.class)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
