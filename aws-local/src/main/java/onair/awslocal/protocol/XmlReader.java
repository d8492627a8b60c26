package onair.awslocal.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * XML elements to SDK types, by their field lists. Maps and attributes are not covered; no service
 * here has them.
 */
final class XmlReader {

  private static final String DEFAULT_ITEM = "member";

  private final Violations violations;

  XmlReader(Violations violations) {
    this.violations = violations;
  }

  /**
   * Sets the builder's body fields from the element's children; what does not fit is reported and
   * left out.
   */
  void read(XmlElement element, SdkPojo builder, String path) {
    Map<String, SdkField<?>> fields = new HashMap<>();
    for (SdkField<?> field : builder.sdkFields()) {
      if (field.location() == MarshallLocation.PAYLOAD) {
        fields.put(field.locationName(), field);
      }
    }
    Map<SdkField<?>, List<XmlElement>> given = new LinkedHashMap<>();
    for (XmlElement child : element.children()) {
      SdkField<?> field = fields.get(child.name());
      if (field == null) {
        violations.add(join(path, child.name()), "unknown element");
      } else {
        given.computeIfAbsent(field, any -> new ArrayList<>(1)).add(child);
      }
    }
    if (element.children().isEmpty() && !element.text().isBlank()) {
      violations.add(path, "must have elements, not text");
    }
    given.forEach((field, elements) -> set(field, elements, builder, path));
  }

  private void set(SdkField<?> field, List<XmlElement> given, SdkPojo builder, String path) {
    String fieldPath = join(path, field.locationName());
    ListTrait list = field.getTrait(ListTrait.class);
    if (list != null && list.isFlattened()) {
      field.set(builder, items(given, list.memberFieldInfo(), fieldPath));
      return;
    }
    if (given.size() > 1) {
      violations.add(fieldPath, "is given more than once");
    }
    Object value =
        list == null ? value(given.getFirst(), field, fieldPath) : list(given, list, fieldPath);
    if (value != null) {
      field.set(builder, value);
    }
  }

  private List<Object> list(List<XmlElement> given, ListTrait list, String path) {
    String item = list.memberLocationName() == null ? DEFAULT_ITEM : list.memberLocationName();
    List<XmlElement> items = new ArrayList<>();
    for (XmlElement child : given.getFirst().children()) {
      if (child.name().equals(item)) {
        items.add(child);
      } else {
        violations.add(join(path, child.name()), "unknown element");
      }
    }
    return items(items, list.memberFieldInfo(), path);
  }

  private List<Object> items(List<XmlElement> elements, SdkField<?> field, String path) {
    List<Object> items = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      Object item = value(elements.get(i), field, path + "[" + i + "]");
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  /** One structure or scalar, or null after reporting what is wrong with it. */
  @Nullable Object value(XmlElement element, SdkField<?> field, String path) {
    if (field.constructor() != null) {
      SdkPojo builder = field.constructor().get();
      read(element, builder, path);
      return ((Buildable) builder).build();
    }
    Object value = element.children().isEmpty() ? scalar(element.text(), field) : null;
    if (value == null) {
      violations.add(path, TextScalars.describe(field));
    }
    return value;
  }

  private static @Nullable Object scalar(String text, SdkField<?> field) {
    boolean isText = field.marshallingType().getTargetClass() == String.class;
    return TextScalars.read(
        isText ? text : text.strip(), field, TimestampFormatTrait.Format.ISO_8601);
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
