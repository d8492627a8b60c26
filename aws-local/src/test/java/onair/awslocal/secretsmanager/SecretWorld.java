package onair.awslocal.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;

/** Two secrets in a process that can be restarted, beside what Secrets Manager documents. */
final class SecretWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Answer MISSING = Answer.refused(ResourceNotFoundException.class);
  private static final Answer EXISTS = Answer.refused(ResourceExistsException.class);
  private static final Answer MARKED = Answer.refused(InvalidRequestException.class);
  private static final Answer BAD = Answer.refused(InvalidParameterException.class);

  /** What a secret should be: values by token, and where the two stages are. */
  private static final class Secret {
    final Map<String, String> values = new LinkedHashMap<>();
    @Nullable String current;
    @Nullable String previous;
    @Nullable Instant goneAt;

    void makeCurrent(String token) {
      previous = current;
      current = token;
    }
  }

  private final Path folder;
  private final Map<String, Secret> secrets = new TreeMap<>();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore store;
  private LocalSecretsManager backend;

  SecretWorld(Path folder) {
    this.folder = folder;
    open();
  }

  private void open() {
    this.store = new StateStore(folder, () -> now, false);
    this.backend = new LocalSecretsManager(store, () -> now);
  }

  void restart() {
    store.close();
    open();
  }

  void pass(Duration time) {
    now = now.plus(time);
    secrets.values().removeIf(secret -> secret.goneAt != null && !secret.goneAt.isAfter(now));
  }

  /** Tokens are short here and long for AWS. */
  private static String token(int number) {
    return "%032d".formatted(number);
  }

  void create(String name, int number, String value) {
    Secret secret = secrets.get(name);
    String token = token(number);
    Answer expected =
        secret == null
            ? Answer.OK
            : secret.goneAt != null
                ? MARKED
                : value.equals(secret.values.get(token)) ? Answer.OK : EXISTS;
    expect(
        expected,
        aws -> aws.createSecret(s -> s.name(name).clientRequestToken(token).secretString(value)));
    if (secret == null) {
      Secret made = new Secret();
      made.values.put(token, value);
      made.current = token;
      secrets.put(name, made);
    }
  }

  void put(String name, int number, String value) {
    Secret secret = secrets.get(name);
    String token = token(number);
    boolean known = secret != null && secret.values.containsKey(token);
    Answer expected =
        usable(secret)
            .orElse(!known || value.equals(secret.values.get(token)) ? Answer.OK : EXISTS);
    expect(
        expected,
        aws ->
            aws.putSecretValue(
                s -> s.secretId(name).clientRequestToken(token).secretString(value)));
    if (expected.isOk() && !known) {
      secret.values.put(token, value);
      secret.makeCurrent(token);
    }
  }

  /** Makes another version the current one, named by whom it is taken from or not. */
  void move(String name, int number, boolean fromCurrent) {
    Secret secret = secrets.get(name);
    String token = token(number);
    String from = secret != null && fromCurrent ? secret.current : null;
    Answer expected =
        usable(secret)
            .orElseGet(
                () ->
                    !secret.values.containsKey(token)
                        ? MISSING
                        : from == null && !token.equals(secret.current) ? BAD : Answer.OK);
    expect(
        expected,
        aws ->
            aws.updateSecretVersionStage(
                u ->
                    u.secretId(name)
                        .versionStage("AWSCURRENT")
                        .removeFromVersionId(from)
                        .moveToVersionId(token)));
    if (expected.isOk() && !token.equals(secret.current)) {
      secret.makeCurrent(token);
    }
  }

  void delete(String name, long days) {
    Secret secret = secrets.get(name);
    Answer expected = usable(secret).orElse(Answer.OK);
    expect(expected, aws -> aws.deleteSecret(s -> s.secretId(name).recoveryWindowInDays(days)));
    if (expected.isOk()) {
      secret.goneAt = now.plus(Duration.ofDays(days));
    }
  }

  void deleteForGood(String name) {
    expect(
        Answer.OK, aws -> aws.deleteSecret(s -> s.secretId(name).forceDeleteWithoutRecovery(true)));
    secrets.remove(name);
  }

  void restore(String name) {
    Secret secret = secrets.get(name);
    expect(secret == null ? MISSING : Answer.OK, aws -> aws.restoreSecret(s -> s.secretId(name)));
    if (secret != null) {
      secret.goneAt = null;
    }
  }

  private static Optional<Answer> usable(@Nullable Secret secret) {
    if (secret == null) {
      return Optional.of(MISSING);
    }
    return secret.goneAt == null ? Optional.empty() : Optional.of(MARKED);
  }

  private void expect(Answer expected, Consumer<LocalSecretsManager> call) {
    CALLER.call(
        () -> {
          assertThat(Answer.to(() -> call.accept(backend))).isEqualTo(expected);
          return expected;
        });
  }

  @Override
  public void check() {
    CALLER.call(
        () -> {
          assertThat(backend.listSecrets(l -> l.includePlannedDeletion(true)).secretList())
              .extracting(SecretListEntry::name)
              .containsExactlyInAnyOrderElementsOf(secrets.keySet());
          secrets.forEach(this::check);
          return store;
        });
  }

  private void check(String name, Secret secret) {
    assertThat(
            backend.listSecretVersionIds(l -> l.secretId(name).includeDeprecated(true)).versions())
        .extracting(SecretVersionsListEntry::versionId)
        .containsExactlyInAnyOrderElementsOf(secret.values.keySet());
    if (secret.goneAt != null) {
      assertThat(Answer.to(() -> backend.getSecretValue(g -> g.secretId(name)))).isEqualTo(MARKED);
      return;
    }
    var shown = backend.getSecretValue(g -> g.secretId(name));
    assertThat(shown.versionId()).isEqualTo(secret.current);
    assertThat(shown.secretString()).isEqualTo(secret.values.get(secret.current));
    if (secret.previous != null) {
      assertThat(
              backend.getSecretValue(g -> g.secretId(name).versionStage("AWSPREVIOUS")).versionId())
          .isEqualTo(secret.previous);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
