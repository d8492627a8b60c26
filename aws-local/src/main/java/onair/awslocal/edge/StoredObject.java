package onair.awslocal.edge;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import onair.awslocal.origin.OriginResponse;

/**
 * An origin's answer as the edge keeps it. The body is shared with the origin and never written to.
 *
 * @param etag quoted and strong: the same bytes have the same tag on every edge
 * @param freshUntil not served from the cache at or after this moment
 */
@SuppressWarnings("ArrayRecordComponent") // segments are large and shared; nobody compares objects
record StoredObject(
    int status,
    String contentType,
    Duration maxAge,
    byte[] body,
    String etag,
    Instant storedAt,
    Instant freshUntil) {

  /** What an entry costs besides its body. */
  private static final int OVERHEAD = 512;

  static StoredObject of(OriginResponse response, Instant now, Duration lifetime) {
    return new StoredObject(
        response.status(),
        response.contentType(),
        response.maxAge(),
        response.body(),
        etagOf(response.body()),
        now,
        now.plus(lifetime));
  }

  boolean isError() {
    return status >= 400;
  }

  boolean isFreshAt(Instant now) {
    return now.isBefore(freshUntil);
  }

  int weight() {
    return OVERHEAD + body.length;
  }

  private static String etagOf(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
