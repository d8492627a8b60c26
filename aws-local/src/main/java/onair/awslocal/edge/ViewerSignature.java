package onair.awslocal.edge;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a viewer brings with a request, in the query of a signed URL or in signed cookies;
 * the URL counts when there are both. Source: Amazon CloudFront Developer Guide, "Serve private
 * content with signed URLs and signed cookies".
 *
 * @param policy text of a custom policy; null for a canned one
 * @param expires end of a canned policy in seconds since 1970; null for a custom one
 */
record ViewerSignature(
    String keyId, byte[] signature, byte @Nullable [] policy, @Nullable Long expires) {

  /** Parameters that CloudFront keeps to itself. */
  static final Set<String> PARAMETERS = Set.of("Expires", "Policy", "Signature", "Key-Pair-Id");

  private static final String COOKIE_PREFIX = "CloudFront-";

  /**
   * @throws Refusal 403 when there is none, or it cannot be read
   */
  static ViewerSignature of(Map<String, String> query, Map<String, String> cookies) {
    return PARAMETERS.stream().anyMatch(query::containsKey)
        ? read(query::get)
        : read(name -> cookies.get(COOKIE_PREFIX + name));
  }

  private static ViewerSignature read(UnaryOperator<@Nullable String> values) {
    String keyId = values.apply("Key-Pair-Id");
    if (keyId == null || keyId.isEmpty()) {
      throw new Refusal(403, "Missing Key-Pair-Id query parameter or cookie value");
    }
    String signature = values.apply("Signature");
    if (signature == null) {
      throw new Refusal(403, "Missing Signature query parameter or cookie value");
    }
    String policy = values.apply("Policy");
    if (policy != null) {
      return new ViewerSignature(
          keyId, decoded(signature, "Signature"), decoded(policy, "Policy"), null);
    }
    return new ViewerSignature(
        keyId, decoded(signature, "Signature"), null, seconds(values.apply("Expires")));
  }

  /**
   * Lets a request pass that one of the keys has signed.
   *
   * @param urls the ways this object is named; one of them must be signed
   * @throws Refusal 403
   */
  void require(Map<String, PublicKey> keys, List<String> urls, InetAddress viewer, Instant now) {
    PublicKey key = keys.get(keyId);
    if (key == null) {
      throw new Refusal(403, "Unknown Key");
    }
    if (policy != null) {
      boolean allowed =
          isSigned(policy, key) && SignedPolicy.parse(policy).allows(urls, viewer, now);
      deny(!allowed);
      return;
    }
    long end = Objects.requireNonNull(expires, "a canned policy");
    deny(now.getEpochSecond() >= end);
    deny(urls.stream().noneMatch(url -> isSigned(bytes(SignedPolicy.canned(url, end)), key)));
  }

  private static void deny(boolean wrong) {
    if (wrong) {
      throw new Refusal(403, "Access denied");
    }
  }

  private boolean isSigned(byte[] text, PublicKey key) {
    try {
      Signature check =
          Signature.getInstance(key instanceof ECKey ? "SHA1withECDSA" : "SHA1withRSA");
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Long seconds(@Nullable String text) {
    try {
      return Long.valueOf(text == null ? "" : text);
    } catch (NumberFormatException e) {
      throw new Refusal(403, "Missing Expires or Policy query parameter or cookie value");
    }
  }

  /** Base64 with the characters that URLs and cookies cannot hold replaced by others. */
  private static byte[] decoded(String text, String name) {
    try {
      return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '=').replace('~', '/'));
    } catch (IllegalArgumentException e) {
      throw new Refusal(403, "Malformed " + name);
    }
  }
}
