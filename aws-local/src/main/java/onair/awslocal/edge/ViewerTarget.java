package onair.awslocal.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks for, decoded once and checked, so that nothing behind the edge sees a path
 * that climbs.
 *
 * @param path starts with a slash; no dot segments, no empty segments but a last one, no control
 *     characters, no backslashes
 * @param query of a repeated name the first value
 */
record ViewerTarget(String path, Map<String, String> query) {

  /** CloudFront's longest URL. */
  private static final int MAX_LENGTH = 8192;

  private static final int MAX_PARAMETERS = 100;

  /**
   * @throws Refusal 414 when too long, 400 when it is no URL, 403 when the path could leave its
   *     folder
   */
  static ViewerTarget of(@Nullable String rawPath, @Nullable String rawQuery) {
    String path = rawPath == null ? "" : rawPath;
    String query = rawQuery == null ? "" : rawQuery;
    if (path.length() + query.length() > MAX_LENGTH) {
      throw new Refusal(414, "The URL is longer than " + MAX_LENGTH + " characters.");
    }
    if (!path.startsWith("/")) {
      throw new Refusal(400, "The path must start with a slash.");
    }
    return new ViewerTarget(safe(decode(path, false)), parameters(query));
  }

  private static String safe(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isISOControl(c)) {
        throw new Refusal(400, "The path contains a control character.");
      }
      // A percent sign that is left after decoding hides a second encoding.
      if (c == '\\' || c == '%') {
        throw new Refusal(403, "The path contains a character that is not served here.");
      }
    }
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals(".") || segments[i].equals("..")) {
        throw new Refusal(403, "The path contains dot segments.");
      }
      if (segments[i].isEmpty() && !last) {
        throw new Refusal(400, "The path contains an empty segment.");
      }
    }
    return path;
  }

  private static Map<String, String> parameters(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.putIfAbsent(decode(name, true), decode(value, true));
      }
      if (parameters.size() > MAX_PARAMETERS) {
        throw new Refusal(400, "More than " + MAX_PARAMETERS + " query parameters.");
      }
    }
    return parameters;
  }

  /** Encoded slashes stay refused: they would let a segment pretend to be two. */
  private static String decode(String raw, boolean inQuery) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int value = octet(raw, i);
        if (!inQuery && value == '/') {
          throw new Refusal(403, "The path contains an encoded slash.");
        }
        bytes.put((byte) value);
        i += 2;
      } else if (c == '+' && inQuery) {
        bytes.put((byte) ' ');
      } else {
        bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "The URL is not UTF-8.");
    }
  }

  private static int octet(String raw, int percent) {
    if (percent + 2 >= raw.length()
        || !HexFormat.isHexDigit(raw.charAt(percent + 1))
        || !HexFormat.isHexDigit(raw.charAt(percent + 2))) {
      throw new Refusal(400, "The URL has a percent sign without two hexadecimal digits.");
    }
    return HexFormat.fromHexDigits(raw, percent + 1, percent + 3);
  }
}
