package onair.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import onair.common.security.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  private final AtomicLong elapsed = new AtomicLong();
  private final KeyPair old = newKeys();
  private final KeyPair next = newKeys();
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void beginWithTheOldKey() throws IOException {
    file = folder.resolve("token-private.pem");
    write(pem(old), 1);
  }

  @RepeatedTest(20)
  void findsThePublicKeyOfAnyPrivateOne() {
    KeyPair keys = newKeys();

    assertThat(SigningKey.publicKeyOf((ECPrivateKey) keys.getPrivate()).getW())
        .isEqualTo(((ECPublicKey) keys.getPublic()).getW());
  }

  @Test
  void namesItsKeyByItsThumbprint() throws Exception {
    SignedJWT token = sign(key());

    assertThat(token.getHeader().getKeyID())
        .isEqualTo(
            new ECKey.Builder(Curve.P_256, (ECPublicKey) old.getPublic())
                .build()
                .computeThumbprint()
                .toString());
    assertThat(isBy(token, old)).isTrue();
  }

  @Test
  void signsWithANewKeySoonAfterItIsThere() throws Exception {
    SigningKey key = key();
    write(pem(next), 2);
    assertThat(isBy(sign(key), old)).isTrue();

    elapsed.addAndGet(Duration.ofSeconds(5).toNanos());

    SignedJWT token = sign(key);
    assertThat(isBy(token, next)).isTrue();
  }

  @Test
  void keepsItsKeyWhileTheFileIsBrokenOrGone() throws Exception {
    SigningKey key = key();
    write("half a k", 2);
    elapsed.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(isBy(sign(key), old)).isTrue();

    Files.delete(file);
    elapsed.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(isBy(sign(key), old)).isTrue();

    write(pem(next), 3);
    elapsed.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(isBy(sign(key), next)).isTrue();
  }

  @Test
  void doesNotStartWithoutAKey() throws IOException {
    write("nothing", 2);

    assertThatThrownBy(this::key).hasMessageContaining("token-private.pem");
  }

  private SigningKey key() {
    return new SigningKey(file, InstantSource.system(), elapsed::get);
  }

  private static SignedJWT sign(SigningKey key) throws Exception {
    return SignedJWT.parse(
        key.tokens().sign("x", Caller.service("gateway-service"), Duration.ofMinutes(1)));
  }

  private static boolean isBy(SignedJWT token, KeyPair keys) throws Exception {
    return token.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic()));
  }

  /** Files of one test differ in the time they were written, however fast it is. */
  private void write(String content, int second) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
