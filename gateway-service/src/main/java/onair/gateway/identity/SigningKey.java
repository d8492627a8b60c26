package onair.gateway.identity;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import onair.common.security.InternalTokens;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key internal tokens are signed with. Its file is looked at every few seconds, so that a new
 * key is used without a restart; services must know it by then. A file that cannot be read leaves
 * the key as it was.
 */
final class SigningKey {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(5);

  private final Path file;
  private final InstantSource clock;
  private final Ticker ticker;
  private InternalTokens tokens;
  private FileTime readAt;
  private long lookedAt;

  SigningKey(Path file, InstantSource clock, Ticker ticker) {
    this.file = file;
    this.clock = clock;
    this.ticker = ticker;
    this.readAt = changedAt();
    this.tokens = read();
    this.lookedAt = ticker.read();
  }

  /** What to sign with now. */
  synchronized InternalTokens tokens() {
    long now = ticker.read();
    if (now - lookedAt >= LOOKED_AT_EVERY.toNanos()) {
      lookedAt = now;
      look();
    }
    return tokens;
  }

  private void look() {
    FileTime changed = changedAt();
    if (changed.equals(readAt)) {
      return;
    }
    readAt = changed;
    try {
      tokens = read();
      LOG.info("Internal tokens are signed with the key now in {}", file);
    } catch (IllegalArgumentException unreadable) {
      LOG.warn("The signing key stays as it was: {}", unreadable.getMessage());
    }
  }

  private InternalTokens read() {
    return InternalTokens.fromPem(file, SigningKey::publicKeyOf, clock);
  }

  private FileTime changedAt() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException notThere) {
      return FileTime.fromMillis(0);
    }
  }

  /** The public point is the private number times the generator of the curve. */
  static ECPublicKey publicKeyOf(ECPrivateKey key) {
    ECPoint point =
        CustomNamedCurves.getByName("secp256r1").getG().multiply(key.getS()).normalize();
    try {
      return new ECKey.Builder(
              Curve.P_256,
              ECKey.encodeCoordinate(256, point.getAffineXCoord().toBigInteger()),
              ECKey.encodeCoordinate(256, point.getAffineYCoord().toBigInteger()))
          .build()
          .toECPublicKey();
    } catch (JOSEException | IllegalStateException notP256) {
      throw new IllegalArgumentException(
          "The signing key must be an EC key on the curve P-256", notP256);
    }
  }
}
