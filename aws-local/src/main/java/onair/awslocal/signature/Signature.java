package onair.awslocal.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A signature as a request carries it, in its header or, presigned, in its query; right or wrong.
 * Parts that are missing are empty.
 *
 * <p>Source: AWS Signature Version 4, "Create a signed AWS API request".
 *
 * @param day of the scope, {@code yyyyMMdd}
 * @param time of signing, {@code yyyyMMdd'T'HHmmss'Z'}
 * @param signedHeaders their names, in the order they were signed
 * @param presigned whether it stands in the query
 */
public record Signature(
    String accessKeyId,
    String day,
    String region,
    String service,
    String time,
    List<String> signedHeaders,
    String value,
    boolean presigned) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String CREDENTIAL = "Credential";
  private static final String SIGNED_HEADERS = "SignedHeaders";
  private static final String SIGNATURE = "Signature";
  private static final Pattern SCOPE =
      Pattern.compile("([^/\\s]+)/(\\d{8})/([a-z0-9-]+)/([A-Za-z0-9_-]+)/aws4_request");

  public Signature {
    signedHeaders = List.copyOf(signedHeaders);
  }

  /** Whether the request carries any signature, be it one that cannot be read. */
  public static boolean isIn(SignableRequest request) {
    return request.header("authorization") != null || request.parameter("X-Amz-Credential") != null;
  }

  /** The signature, when at least the credential of one can be read. */
  public static Optional<Signature> of(SignableRequest request) {
    String header = request.header("authorization");
    if (header == null) {
      return of(
          text(request.parameter("X-Amz-Credential")),
          text(request.parameter("X-Amz-Date")),
          text(request.parameter("X-Amz-SignedHeaders")),
          text(request.parameter("X-Amz-Signature")),
          true);
    }
    if (!header.startsWith(ALGORITHM + " ")) {
      return Optional.empty();
    }
    Map<String, String> parts = parts(header);
    return of(
        parts.getOrDefault(CREDENTIAL, ""),
        text(request.header("x-amz-date")),
        parts.getOrDefault(SIGNED_HEADERS, ""),
        parts.getOrDefault(SIGNATURE, ""),
        false);
  }

  private static Optional<Signature> of(
      String credential, String time, String headers, String value, boolean presigned) {
    Matcher scope = SCOPE.matcher(credential);
    return scope.matches()
        ? Optional.of(
            new Signature(
                scope.group(1),
                scope.group(2),
                scope.group(3),
                scope.group(4),
                time,
                headers.isEmpty() ? List.of() : Arrays.asList(headers.split(";")),
                value,
                presigned))
        : Optional.empty();
  }

  /** What AWS says of a header that has not all it needs; empty when it has. */
  static Optional<String> missingFrom(SignableRequest request) {
    String header = text(request.header("authorization"));
    Map<String, String> parts = parts(header);
    List<String> missing = new ArrayList<>();
    for (String part : List.of(CREDENTIAL, SIGNATURE, SIGNED_HEADERS)) {
      if (parts.getOrDefault(part, "").isEmpty()) {
        missing.add("Authorization header requires '%s' parameter.".formatted(part));
      }
    }
    if (request.header("x-amz-date") == null) {
      missing.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", missing));
  }

  private static Map<String, String> parts(String header) {
    Map<String, String> parts = new HashMap<>();
    int space = header.indexOf(' ');
    for (String part : header.substring(space + 1).split(",")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
      }
    }
    return parts;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
