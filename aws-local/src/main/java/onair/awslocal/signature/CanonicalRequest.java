package onair.awslocal.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature that a request should have.
 *
 * <p>Source: AWS Signature Version 4, "Create a signed AWS API request"; for S3, Amazon S3 API
 * Reference, "Authenticating Requests (AWS Signature Version 4)".
 *
 * @param payload hash of the body, or what stands for it
 */
record CanonicalRequest(
    SignableRequest request, Signature signature, PathEncoding encoding, String payload) {

  /** Whether the signature is that of the request by the holder of the secret. */
  boolean isSignedWith(String secret) {
    return MessageDigest.isEqual(
        expected(secret).getBytes(StandardCharsets.US_ASCII),
        signature.value().getBytes(StandardCharsets.US_ASCII));
  }

  private String expected(String secret) {
    List<String> scope =
        List.of(signature.day(), signature.region(), signature.service(), "aws4_request");
    String toSign =
        String.join(
            "\n",
            Signature.ALGORITHM,
            signature.time(),
            String.join("/", scope),
            sha256(text().getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private String text() {
    String headers =
        signature.signedHeaders().stream()
            .map(name -> name + ":" + trimmed(request.header(name)) + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        request.method(),
        encoding.canonical(request.path()),
        query(),
        headers,
        String.join(";", signature.signedHeaders()),
        payload);
  }

  private String query() {
    return request.parameters().stream()
        .filter(parameter -> !parameter.isNamed("X-Amz-Signature"))
        .map(
            parameter ->
                Map.entry(
                    PercentCode.encode(parameter.name(), false),
                    PercentCode.encode(parameter.value(), false)))
        .sorted(
            Comparator.<Map.Entry<String, String>, String>comparing(Map.Entry::getKey)
                .thenComparing(Map.Entry::getValue))
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String trimmed(@Nullable String value) {
    return value == null ? "" : value.strip().replaceAll(" +", " ");
  }

  /** In hex. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
