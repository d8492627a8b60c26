package onair.awslocal.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature a request should have. Source: Amazon S3 API Reference, "Authenticating Requests
 * (AWS Signature Version 4)"; S3 encodes the path once.
 *
 * @param scope access key id, day, region, service and {@code aws4_request}
 * @param time of signing as the request says it
 * @param headers names of the signed headers, in the order they were signed
 * @param payload hash of the body, or what stands for it
 */
record SignatureV4(List<String> scope, String time, List<String> headers, String payload) {

  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int SCOPE_PARTS = 5;

  SignatureV4 {
    scope = List.copyOf(scope);
    headers = List.copyOf(headers);
  }

  /** Whether the scope is one for s3. */
  boolean isForS3() {
    return scope.size() == SCOPE_PARTS
        && scope.get(3).equals("s3")
        && scope.get(4).equals("aws4_request");
  }

  String accessKeyId() {
    return scope.getFirst();
  }

  /** Whether a signature is that of the request by the holder of the secret. */
  boolean isRight(String given, String secret, S3Request request) {
    return MessageDigest.isEqual(
        of(request, secret).getBytes(StandardCharsets.US_ASCII),
        given.getBytes(StandardCharsets.US_ASCII));
  }

  private String of(S3Request request, String secret) {
    String values =
        headers.stream()
            .map(name -> name + ":" + trimmed(request.header(name)) + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            request.method(),
            encode(request.path(), true),
            query(request.query()),
            values,
            String.join(";", headers),
            payload);
    String toSign =
        String.join(
            "\n",
            ALGORITHM,
            time,
            String.join("/", scope.subList(1, SCOPE_PARTS)),
            HexFormat.of().formatHex(sha256(canonical)));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.subList(1, SCOPE_PARTS)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String query(Map<String, String> query) {
    Map<String, String> sorted = new TreeMap<>();
    query.forEach((name, value) -> sorted.put(encode(name, false), encode(value, false)));
    sorted.remove("X-Amz-Signature");
    return sorted.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("&"));
  }

  /** RFC 3986 with AWS's set of unreserved characters. */
  private static String encode(String text, boolean keepSlash) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain =
          c >= 'A' && c <= 'Z'
              || c >= 'a' && c <= 'z'
              || c >= '0' && c <= '9'
              || "-._~".indexOf(c) >= 0;
      if (plain || keepSlash && c == '/') {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return out.toString();
  }

  private static String trimmed(@Nullable String value) {
    return value == null ? "" : value.strip().replaceAll(" +", " ");
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }
}
