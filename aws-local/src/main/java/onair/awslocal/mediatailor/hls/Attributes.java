package onair.awslocal.mediatailor.hls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An attribute list (RFC 8216 section 4.2) in its order. Values keep their quotes, so that it can
 * be written again.
 */
final class Attributes {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s*([A-Z0-9-]+)=(\"[^\"]*\"|[^,]*)\\s*(?:,|$)");

  private final Map<String, String> values = new LinkedHashMap<>();

  private Attributes() {}

  /**
   * @param list what follows the tag's colon; what cannot be read in it is left out
   */
  static Attributes of(String list) {
    Attributes attributes = new Attributes();
    Matcher matcher = ATTRIBUTE.matcher(list);
    while (matcher.lookingAt()) {
      attributes.values.putIfAbsent(matcher.group(1), matcher.group(2));
      matcher.region(matcher.end(), list.length());
    }
    return attributes;
  }

  /** Without quotes; null when it is not there. */
  @Nullable String get(String name) {
    String value = values.get(name);
    return value != null && value.length() >= 2 && value.startsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  String get(String name, String otherwise) {
    String value = get(name);
    return value == null ? otherwise : value;
  }

  void quoted(String name, String value) {
    values.put(name, "\"" + value + "\"");
  }

  void remove(String name) {
    values.remove(name);
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}
