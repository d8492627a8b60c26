package onair.common.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signs the tokens services trust: ES256, issuer {@value #ISSUER}, one service as audience, {@code
 * sub} the subject, {@code org} the organization, {@code scope} the scopes with spaces between.
 * Only the gateway (and tests) hold the key.
 */
public final class InternalTokens {

  /** The only issuer a service accepts. */
  public static final String ISSUER = "onair-gateway";

  private final JWSSigner signer;
  private final JWSHeader header;
  private final InstantSource clock;

  /** Signs without naming the key, so that a service tries each one it believes. */
  public InternalTokens(ECPrivateKey key, InstantSource clock) {
    this(key, null, clock);
  }

  /** Signs and names the key, so that a service that has not met it reads its file again. */
  public InternalTokens(ECPrivateKey key, @Nullable ECPublicKey publicKey, InstantSource clock) {
    String id = publicKey == null ? null : TokenKeys.idOf(publicKey);
    this.header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(id).build();
    try {
      this.signer = new ECDSASigner(key);
    } catch (JOSEException notP256) {
      throw new IllegalArgumentException(
          "The signing key must be an EC key on the curve P-256", notP256);
    }
    this.clock = clock;
  }

  /** Reads the key from a PKCS#8 PEM file. */
  public static InternalTokens fromPem(Path privateKey, InstantSource clock) {
    return new InternalTokens(PemKeys.privateKey(privateKey), clock);
  }

  /**
   * Reads the key from a PKCS#8 PEM file and names it in its tokens.
   *
   * @param publicKeyOf finds the public key that belongs to a private one
   */
  public static InternalTokens fromPem(
      Path privateKey, Function<ECPrivateKey, ECPublicKey> publicKeyOf, InstantSource clock) {
    ECPrivateKey key = PemKeys.privateKey(privateKey);
    return new InternalTokens(key, publicKeyOf.apply(key), clock);
  }

  /**
   * A signed token in compact form.
   *
   * @param audience {@code spring.application.name} of the only service that will accept it
   * @param ttl how long it is accepted from now on; keep it to a minute or two
   */
  public String sign(String audience, Caller caller, Duration ttl) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(audience)
            .subject(caller.subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(ttl)))
            .claim("org", caller.organizationId())
            .claim("scope", String.join(" ", caller.scopes().stream().sorted().toList()))
            .claim("sid", caller.session().isEmpty() ? null : caller.session())
            .build();
    var token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException failure) {
      throw new IllegalStateException("Signing an internal token failed", failure);
    }
    return token.serialize();
  }
}
