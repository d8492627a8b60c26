package onair.common.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** Derives from a key and a generation everything by which AWS and we recognise a resource. */
record Identities(String deployment) {
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_-]");
  private static final int LONGEST_TOKEN = 64;
  private static final int DIGEST_CHARS = 40;

  Identity of(ResourceRow row) {
    return new Identity(
        row.key(),
        row.organizationId(),
        row.generation(),
        row.token(),
        name(row.key()),
        Map.of(
            Identity.DEPLOYMENT_TAG, deployment,
            Identity.ORGANIZATION_TAG, row.organizationId(),
            Identity.RESOURCE_TAG, row.key().toString(),
            Identity.GENERATION_TAG, Long.toString(row.generation())));
  }

  /** {@code key#generation}; a key too long for AWS's shortest token is digested. */
  static String token(ResourceKey key, long generation) {
    var token = key + "#" + generation;
    return token.length() <= LONGEST_TOKEN
        ? token
        : digest(key.toString()).substring(0, DIGEST_CHARS) + "#" + generation;
  }

  private static String name(ResourceKey key) {
    int slash = key.kind().indexOf('/');
    var name = slash < 0 ? key.owner() : key.owner() + "-" + key.kind().substring(slash + 1);
    return NOT_IN_NAMES.matcher(name).replaceAll("-");
  }

  private static String digest(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
