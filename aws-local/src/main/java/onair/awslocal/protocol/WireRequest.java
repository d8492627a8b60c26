package onair.awslocal.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import onair.awslocal.signature.SignableRequest;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read whole.
 *
 * @param signable it but for the body, as its signature is made over it
 * @param query decoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WireRequest(SignableRequest signable, Map<String, List<String>> query, byte[] body) {

  String method() {
    return signable.method();
  }

  /** Raw, as in the request line. */
  String path() {
    return signable.path();
  }

  @Nullable String header(String name) {
    return signable.headers().get(name.toLowerCase(Locale.ROOT));
  }

  /** Type and subtype in lower case without parameters, or null. */
  @Nullable String mediaType() {
    String type = header("content-type");
    return type == null ? null : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
