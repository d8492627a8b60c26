package onair.channel.secretsmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import onair.channel.parts.ObservedSecret;
import onair.channel.parts.SecretSpec;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * Secrets with one passphrase each. Their value is the passphrase itself, as MediaConnect wants it
 * for SRT, and is never read back. Physical id: the ARN.
 */
final class PassphraseSecrets implements ExternalResource<SecretSpec, ObservedSecret> {

  private final SecretsManagerClient client;

  PassphraseSecrets(SecretsManagerClient client) {
    this.client = client;
  }

  @Override
  public String kind() {
    return "secretsmanager-secret";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedSecret>> observe(String physicalId) {
    return describe(physicalId).map(secret -> found(secret.arn(), secret.createdDate()));
  }

  private Optional<DescribeSecretResponse> describe(String id) {
    try {
      var secret = client.describeSecret(request -> request.secretId(id));
      return secret.deletedDate() == null ? Optional.of(secret) : Optional.empty();
    } catch (SecretsManagerException failure) {
      if (AwsFailures.classify(failure) == AwsFailure.NOT_FOUND) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /** Somebody else's may have the name. */
  @Override
  public List<Found<ObservedSecret>> find(Identity identity) {
    return describe(name(identity))
        .filter(secret -> identity.owns(tags(secret)))
        .map(secret -> found(secret.arn(), secret.createdDate()))
        .stream()
        .toList();
  }

  private static Map<String, String> tags(DescribeSecretResponse secret) {
    return secret.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  @Override
  public List<Listed<ObservedSecret>> inventory(InventoryScope scope) {
    return client.listSecretsPaginator(request -> {}).stream()
        .flatMap(page -> page.secretList().stream())
        .filter(secret -> secret.deletedDate() == null)
        .filter(secret -> scope.covers(secret.arn(), tags(secret)))
        .map(
            secret ->
                new Listed<>(
                    found(secret.arn(), secret.createdDate()),
                    tags(secret),
                    Map.of("secretsmanager secret", 1)))
        .toList();
  }

  private static Map<String, String> tags(SecretListEntry secret) {
    return secret.tags().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> second));
  }

  @Override
  public Found<ObservedSecret> create(Identity identity, SecretSpec spec) {
    var secret =
        client.createSecret(
            request ->
                request
                    .name(name(identity))
                    .secretString(spec.passphrase())
                    .tags(tags(identity.tags())));
    return found(secret.arn(), null);
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  /** At once: a secret that waits to be recovered would keep its name. */
  @Override
  public Deletion delete(Found<ObservedSecret> found) {
    client.deleteSecret(
        request -> request.secretId(found.physicalId()).forceDeleteWithoutRecovery(true));
    return new Deletion.Requested();
  }

  private static String name(Identity identity) {
    return "onair/%s/%s"
        .formatted(
            Objects.requireNonNull(identity.tags().get(Identity.DEPLOYMENT_TAG)), identity.name());
  }

  private static Found<ObservedSecret> found(String arn, @Nullable Instant createdAt) {
    return new Found<>(arn, new ObservedSecret(arn), createdAt);
  }
}
