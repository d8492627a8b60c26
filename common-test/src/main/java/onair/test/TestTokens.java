package onair.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import onair.common.security.Caller;
import onair.common.security.InternalTokens;

/**
 * Stands in for the gateway: a key pair and the tokens signed with it. {@link #create()} makes a
 * stranger's, which no service believes.
 */
public final class TestTokens {

  private static final TestTokens SHARED = create();

  private final KeyPair keys;
  private final InternalTokens tokens;

  private TestTokens(KeyPair keys) {
    this.keys = keys;
    this.tokens = new InternalTokens((ECPrivateKey) keys.getPrivate(), InstantSource.system());
  }

  /** The pair that services annotated {@link WithTokens} believe. */
  public static TestTokens shared() {
    return SHARED;
  }

  /** Another pair. */
  public static TestTokens create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new TestTokens(generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("This JDK has no P-256", impossible);
    }
  }

  /** A token good for five minutes. */
  public String sign(String audience, Caller caller) {
    return sign(audience, caller, Duration.ofMinutes(5));
  }

  /** A token of any length of life; a negative one has expired. */
  public String sign(String audience, Caller caller, Duration ttl) {
    return tokens.sign(audience, caller, ttl);
  }

  /** The pair itself, to forge with. */
  public KeyPair keys() {
    return keys;
  }

  /** A new PEM file with the public key. */
  public Path publicKeyPem() {
    return pem("PUBLIC KEY", keys.getPublic());
  }

  /** A new PEM file with the private key. */
  public Path privateKeyPem() {
    return pem("PRIVATE KEY", keys.getPrivate());
  }

  private static Path pem(String label, Key key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    try {
      Path file = Files.createTempFile("onair-test-", ".pem");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, body, label));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
