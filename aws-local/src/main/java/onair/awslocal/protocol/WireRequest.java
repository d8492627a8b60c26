package onair.awslocal.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read whole.
 *
 * @param path raw, as in the request line
 * @param query decoded
 * @param headers by lower-case name; repeated ones joined by a comma and a space
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    byte[] body) {

  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** Type and subtype in lower case without parameters, or null. */
  @Nullable String mediaType() {
    String type = header("content-type");
    return type == null ? null : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
