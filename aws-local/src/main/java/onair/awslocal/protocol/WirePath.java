package onair.awslocal.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths and query strings as they stand in the request line. */
final class WirePath {

  /** More than any call of AWS has: CloudWatch takes 1000 metrics of some dozens each. */
  private static final int MAX_PARAMETERS = 100_000;

  private WirePath() {}

  /**
   * The raw segments between slashes. A slash at the end plays no part: SDKs do not agree on it.
   */
  static List<String> segments(String path) {
    String inner = path.startsWith("/") ? path.substring(1) : path;
    inner = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
    return inner.isEmpty() ? List.of() : Arrays.asList(inner.split("/", -1));
  }

  /**
   * Parameters in order, decoded; one without {@code =} has an empty value. Throws {@link Refusal}.
   */
  static Map<String, List<String>> query(String query) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    int count = 0;
    int begin = 0;
    while (begin < query.length()) {
      int and = query.indexOf('&', begin);
      int end = and < 0 ? query.length() : and;
      if (end > begin) {
        if (++count > MAX_PARAMETERS) {
          throw Refusal.malformed("There are more than " + MAX_PARAMETERS + " parameters.");
        }
        add(query.substring(begin, end), parameters);
      }
      begin = end + 1;
    }
    return parameters;
  }

  private static void add(String parameter, Map<String, List<String>> parameters) {
    int equals = parameter.indexOf('=');
    String name = equals < 0 ? parameter : parameter.substring(0, equals);
    String value = equals < 0 ? "" : parameter.substring(equals + 1);
    parameters
        .computeIfAbsent(decode(name.replace('+', ' ')), any -> new ArrayList<>(1))
        .add(decode(value.replace('+', ' ')));
  }

  /** Percent-decodes UTF-8. Throws {@link Refusal} when it is not. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[raw.length];
    int length = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw Refusal.malformed("The request line is not percent-encoded.");
        }
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        bytes[length++] = raw[i];
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, 0, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.malformed("The request line is not UTF-8.");
    }
  }
}
