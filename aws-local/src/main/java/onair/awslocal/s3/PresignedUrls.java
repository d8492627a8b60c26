package onair.awslocal.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks presigned requests. A browser with such a URL has no other proof, so here the signature
 * counts: a key nobody configured is refused. Source: Amazon S3 API Reference, "Authenticating
 * Requests: Using Query Parameters (AWS Signature Version 4)".
 */
final class PresignedUrls {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(15);

  private final Map<String, String> secrets;
  private final InstantSource clock;

  PresignedUrls(Map<String, String> secrets, InstantSource clock) {
    this.secrets = Map.copyOf(secrets);
    this.clock = clock;
  }

  static boolean isPresigned(S3Request request) {
    return request.has("X-Amz-Signature");
  }

  /** Returns when the signature is right and not expired, else throws. */
  void require(S3Request request) {
    String[] scope = request.parameter("X-Amz-Credential", "").split("/");
    if (scope.length != 5
        || !request.parameter("X-Amz-Algorithm", "").equals("AWS4-HMAC-SHA256")
        || !scope[3].equals("s3")) {
      throw S3Failure.invalid(
          "AuthorizationQueryParametersError", "The query does not hold a SigV4 signature for s3.");
    }
    String secret = secrets.get(scope[0]);
    if (secret == null) {
      throw S3Failure.accessDenied("The AWS access key id you provided does not exist.");
    }
    requireTime(request);
    String expected = sign(secret, scope, request);
    byte[] given = request.parameter("X-Amz-Signature", "").getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), given)) {
      throw S3Failure.signatureDoesNotMatch();
    }
  }

  private void requireTime(S3Request request) {
    try {
      Instant signed = Instant.from(TIME.parse(request.parameter("X-Amz-Date", "")));
      long seconds = Long.parseLong(request.parameter("X-Amz-Expires", ""));
      Instant now = clock.instant();
      if (seconds < 1 || seconds > LONGEST.toSeconds() || signed.isAfter(now.plus(CLOCK_SKEW))) {
        throw S3Failure.invalid(
            "AuthorizationQueryParametersError", "X-Amz-Expires must be 1 to 604800 seconds.");
      }
      if (now.isAfter(signed.plusSeconds(seconds))) {
        throw S3Failure.accessDenied("Request has expired");
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw S3Failure.invalid(
          "AuthorizationQueryParametersError", "X-Amz-Date or X-Amz-Expires cannot be read.");
    }
  }

  private static String sign(String secret, String[] scope, S3Request request) {
    List<String> signed = List.of(request.parameter("X-Amz-SignedHeaders", "").split(";"));
    String headers =
        signed.stream()
            .map(name -> name + ":" + trimmed(request.header(name)) + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n",
            request.method(),
            encode(decodedPath(request), true),
            canonicalQuery(request.query()),
            headers,
            String.join(";", signed),
            request.parameter("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"));
    String credentialScope = String.join("/", scope[1], scope[2], scope[3], scope[4]);
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            request.parameter("X-Amz-Date", ""),
            credentialScope,
            HexFormat.of().formatHex(sha256(canonical)));
    byte[] key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope[1]);
    for (String part : List.of(scope[2], scope[3], scope[4])) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String decodedPath(S3Request request) {
    String key = request.key();
    return "/" + request.bucket() + (request.rawPath().indexOf('/', 1) < 0 ? "" : "/" + key);
  }

  private static String canonicalQuery(Map<String, String> query) {
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
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
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
