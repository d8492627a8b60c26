package onair.awslocal.mediapackagev2;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import onair.awslocal.resource.Fingerprint;

/**
 * What every change of a resource sets.
 *
 * @param modifiedAt when
 * @param eTag never the same twice
 */
record Stamp(Instant modifiedAt, String eTag) {

  static Stamp of(Instant now) {
    byte[] seed = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    return new Stamp(now, Base64.getEncoder().encodeToString(Fingerprint.digest(seed)));
  }
}
