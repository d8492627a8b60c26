package onair.awslocal.protocol;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait;

/** SDK types as XML elements. Attributes are not covered; no service here has them. */
final class XmlWriter {

  private final QueryNames names;
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  XmlWriter() {
    this(QueryNames.OF_THE_SDK);
  }

  XmlWriter(QueryNames names) {
    this.names = names;
  }

  /** Opens an element with a default namespace. */
  XmlWriter open(String name, String namespace) {
    out.append('<').append(name).append(" xmlns=\"");
    escape(namespace);
    out.append("\">");
    return this;
  }

  XmlWriter open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  XmlWriter close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  XmlWriter text(String name, String text) {
    open(name);
    escape(text);
    return close(name);
  }

  /** The body fields of a structure as elements, in the SDK's order. */
  XmlWriter members(SdkPojo value) {
    for (SdkField<?> field : value.sdkFields()) {
      Object member =
          field.location() == MarshallLocation.PAYLOAD ? field.getValueOrDefault(value) : null;
      if (member != null && !JsonDocuments.isAbsent(member)) {
        member(names.of(field.unmarshallLocationName()), field, member);
      }
    }
    return this;
  }

  byte[] bytes() {
    return Bodies.bytes(out.toString());
  }

  private void member(String name, SdkField<?> field, Object value) {
    switch (value) {
      case SdkPojo pojo -> open(name).members(pojo).close(name);
      case List<?> list -> list(name, field.getRequiredTrait(ListTrait.class), list);
      case Map<?, ?> map -> map(name, field, map);
      default -> text(name, TextScalars.write(value, field, TimestampFormatTrait.Format.ISO_8601));
    }
  }

  private void list(String name, ListTrait trait, List<?> items) {
    SdkField<?> element = trait.memberFieldInfo();
    if (trait.isFlattened()) {
      items.forEach(item -> member(name, element, item));
      return;
    }
    String itemName = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    open(name);
    items.forEach(item -> member(itemName, element, item));
    close(name);
  }

  private void map(String name, SdkField<?> field, Map<?, ?> entries) {
    MapTrait trait = field.getRequiredTrait(MapTrait.class);
    String keyName = names.key(field.unmarshallLocationName(), trait);
    String entryName = trait.isFlattened() ? name : "entry";
    if (!trait.isFlattened()) {
      open(name);
    }
    entries.forEach(
        (key, value) -> {
          open(entryName).text(keyName, key.toString());
          member(names.value(trait), trait.valueFieldInfo(), value);
          close(entryName);
        });
    if (!trait.isFlattened()) {
      close(name);
    }
  }

  /** Characters that XML 1.0 cannot hold become U+FFFD. */
  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
