package onair.common.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.List;

/**
 * The gateway's public keys as a service knows them: a PEM file that is read again after a while,
 * and at once, though not too often, when a token names a key it does not hold. So a new key is
 * first added to the file, then signed with, and the old one taken out when its last token has
 * expired; nobody is refused on the way. While the file cannot be read the keys known last stay.
 */
final class TokenKeys {

  /** How long a key that was taken out of the file is still believed. */
  static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

  /** Unknown key ids make the file be read at most about this often. */
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(100);

  private static final Duration OUTAGE = Duration.ofHours(12);
  private static final Duration READING = Duration.ofSeconds(5);

  private TokenKeys() {}

  /**
   * The keys of a file.
   *
   * @throws IllegalArgumentException when it holds none now
   */
  static JWKSource<SecurityContext> in(Path file, Duration readAgainAfter) {
    PemKeys.publicKeys(file);
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(new PemFile(file))
            .cache(readAgainAfter.toMillis(), READING.toMillis())
            .refreshAheadCache(false)
            .rateLimited(AT_MOST_EVERY.toMillis())
            .outageTolerant(OUTAGE.toMillis())
            .build();
    return (selector, context) -> {
      try {
        return source.get(selector, context);
      } catch (RateLimitReachedException tooOften) {
        return List.of();
      }
    };
  }

  /** The name of a key in the header of a token: its thumbprint as RFC 7638 makes it. */
  static String idOf(ECPublicKey key) {
    return jwk(key).getKeyID();
  }

  private static JWK jwk(ECPublicKey key) {
    try {
      return new ECKey.Builder(Curve.P_256, key).keyIDFromThumbprint().build();
    } catch (JOSEException | IllegalStateException failure) {
      throw new IllegalArgumentException("The key must be an EC key on the curve P-256", failure);
    }
  }

  private record PemFile(Path file) implements JWKSetSource<SecurityContext> {

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
        throws JWKSetUnavailableException {
      try {
        return new JWKSet(PemKeys.publicKeys(file).stream().map(TokenKeys::jwk).toList());
      } catch (IllegalArgumentException unreadable) {
        throw new JWKSetUnavailableException(unreadable.getMessage(), unreadable);
      }
    }

    @Override
    public void close() {}
  }
}
