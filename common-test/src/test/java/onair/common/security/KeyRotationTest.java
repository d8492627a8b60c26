package onair.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import onair.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** The gateway's key is changed while services are at work. */
class KeyRotationTest {
  private static final Caller CALLER = new Caller("org_1", "key_1", Set.of("*"));

  private final TestTokens old = TestTokens.create();
  private final TestTokens next = TestTokens.create();
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void believeTheOldKey() throws IOException {
    file = folder.resolve("token-public.pem");
    write(Files.readString(old.publicKeyPem()));
  }

  @Test
  void refusesNobodyWhileTheKeyIsChangedUnderLoad() throws Exception {
    JwtDecoder service = service(TokenKeys.READ_AGAIN_AFTER);
    var signer = new AtomicReference<>(signer(old));
    var refused = new ConcurrentLinkedQueue<Exception>();
    var checked = new AtomicInteger();
    var ended = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        threads.submit(
            () -> {
              while (!ended.get()) {
                try {
                  service.decode(sign(signer.get()));
                  checked.incrementAndGet();
                } catch (JwtException refusal) {
                  refused.add(refusal);
                }
              }
            });
      }
      await().until(() -> checked.get() > 200);
      write(Files.readString(old.publicKeyPem()) + Files.readString(next.publicKeyPem()));
      signer.set(signer(next));
      int before = checked.get();
      await().until(() -> checked.get() > before + 200);
      ended.set(true);
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void forgetsAKeyThatIsTakenOutOfTheFile() throws IOException {
    JwtDecoder service = service(Duration.ofMillis(300));
    String token = sign(signer(old));
    service.decode(token);

    write(Files.readString(next.publicKeyPem()));

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> service.decode(token))
                    .isInstanceOf(BadJwtException.class));
    service.decode(sign(signer(next)));
  }

  @Test
  void keepsTheKeysItKnowsWhileTheFileIsBroken() throws IOException {
    JwtDecoder service = service(Duration.ofMillis(150));
    String token = sign(signer(old));
    service.decode(token);

    write("nothing");

    assertThatThrownBy(() -> service.decode(sign(signer(next)))).isInstanceOf(JwtException.class);
    assertThat(service.decode(token).getSubject()).isEqualTo("key_1");
  }

  @Test
  void believesTheKnownKeyHoweverManyUnknownOnesAreNamed() {
    JwtDecoder service = service(TokenKeys.READ_AGAIN_AFTER);
    String strange = sign(signer(next));

    for (int i = 0; i < 500; i++) {
      assertThatThrownBy(() -> service.decode(strange)).isInstanceOf(BadJwtException.class);
    }
    assertThat(service.decode(sign(signer(old))).getSubject()).isEqualTo("key_1");
  }

  private JwtDecoder service(Duration readAgainAfter) {
    return TokenVerifier.decoder(TokenKeys.in(file, readAgainAfter), "channel-service");
  }

  private static InternalTokens signer(TestTokens keys) {
    return new InternalTokens(
        (ECPrivateKey) keys.keys().getPrivate(),
        (ECPublicKey) keys.keys().getPublic(),
        InstantSource.system());
  }

  private static String sign(InternalTokens signer) {
    return signer.sign("channel-service", CALLER, Duration.ofMinutes(1));
  }

  private void write(String content) throws IOException {
    Path whole = Files.writeString(folder.resolve("next.pem"), content);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
