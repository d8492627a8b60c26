package onair.awslocal.secretsmanager;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;
import software.amazon.awssdk.services.secretsmanager.model.TagResourceRequest;
import software.amazon.awssdk.services.secretsmanager.model.TagResourceResponse;
import software.amazon.awssdk.services.secretsmanager.model.UntagResourceRequest;
import software.amazon.awssdk.services.secretsmanager.model.UntagResourceResponse;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretResponse;

/**
 * Secrets Manager on this machine. Overridden methods are the operations that work; the AWS
 * protocol answers the others with NotImplemented: rotation, replication and resource policies.
 */
public final class LocalSecretsManager extends VersionOperations {

  private static final int PAGE = 100;
  private static final long SHORTEST_WINDOW = 7;
  private static final long LONGEST_WINDOW = 30;

  private final Secrets secrets;

  public LocalSecretsManager(StateStore store, InstantSource clock) {
    this(new Secrets(store, clock));
  }

  private LocalSecretsManager(Secrets secrets) {
    super(secrets);
    this.secrets = secrets;
  }

  /**
   * The current text of a secret, for other services of this machine; empty when there is no such
   * secret, it is deleted, or has no text.
   *
   * @param scope of the caller
   * @param id name or ARN
   */
  public Optional<String> text(Scope scope, String id) {
    return secrets
        .find(scope, id)
        .filter(row -> !row.isDeleted())
        .flatMap(row -> row.staged(VersionRow.CURRENT))
        .flatMap(version -> Optional.ofNullable(version.value().text()));
  }

  /** Lets the ledger write down what happens to secrets. */
  public void record(Ledger ledger) {
    secrets.record(ledger);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: the state store belongs to the caller. */
  @Override
  public void close() {}

  @Override
  public CreateSecretResponse createSecret(CreateSecretRequest request) {
    SecretValue value = SecretValue.of(request.secretString(), request.secretBinary());
    String token = token(request.clientRequestToken());
    SecretRow row =
        secrets.create(
            request.name(),
            request.description(),
            request.kmsKeyId(),
            tags(request.tags()),
            token,
            value);
    return CreateSecretResponse.builder()
        .arn(row.arn())
        .name(row.name())
        .versionId(value == null ? null : token)
        .build();
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    SecretRow row = secrets.get(request.secretId());
    VersionRow version = version(row, request.versionId(), request.versionStage());
    return GetSecretValueResponse.builder()
        .arn(row.arn())
        .name(row.name())
        .versionId(version.id())
        .secretString(version.value().text())
        .secretBinary(version.value().bytes())
        .versionStages(version.stages())
        .createdDate(version.createdAt())
        .build();
  }

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    SecretValue value = SecretValue.of(request.secretString(), request.secretBinary());
    if (value == null) {
      throw Refusals.invalidRequest("You must provide either SecretString or SecretBinary.");
    }
    List<String> stages =
        request.hasVersionStages() ? request.versionStages() : List.of(VersionRow.CURRENT);
    String token = token(request.clientRequestToken());
    SecretRow row = secrets.put(request.secretId(), token, value, stages);
    return PutSecretValueResponse.builder()
        .arn(row.arn())
        .name(row.name())
        .versionId(token)
        .versionStages(row.version(token).map(VersionRow::stages).orElse(stages))
        .build();
  }

  @Override
  public UpdateSecretResponse updateSecret(UpdateSecretRequest request) {
    SecretValue value = SecretValue.of(request.secretString(), request.secretBinary());
    String token = token(request.clientRequestToken());
    SecretRow row =
        secrets.update(request.secretId(), request.description(), request.kmsKeyId(), token, value);
    return UpdateSecretResponse.builder()
        .arn(row.arn())
        .name(row.name())
        .versionId(value == null ? null : token)
        .build();
  }

  @Override
  public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
    SecretRow row = secrets.any(request.secretId());
    return DescribeSecretResponse.builder()
        .arn(row.arn())
        .name(row.name())
        .description(row.description())
        .kmsKeyId(row.kmsKeyId())
        .createdDate(row.createdAt())
        .lastChangedDate(row.changedAt())
        .deletedDate(row.deletedAt())
        .tags(tags(row.tags()))
        .versionIdsToStages(stages(row))
        .build();
  }

  @Override
  public ListSecretsResponse listSecrets(ListSecretsRequest request) {
    boolean deleted = Boolean.TRUE.equals(request.includePlannedDeletion());
    List<SecretRow> wanted =
        secrets.in(Scope.current()).stream()
            .filter(row -> deleted || !row.isDeleted())
            .filter(row -> SecretFilters.hold(request.filters(), row))
            .toList();
    Integer size = request.maxResults();
    Page<SecretRow> page =
        page(wanted, SecretRow::position, size == null ? PAGE : size, request.nextToken());
    return ListSecretsResponse.builder()
        .secretList(page.items().stream().map(LocalSecretsManager::entry).toList())
        .nextToken(page.nextToken())
        .build();
  }

  @Override
  public DeleteSecretResponse deleteSecret(DeleteSecretRequest request) {
    boolean force = Boolean.TRUE.equals(request.forceDeleteWithoutRecovery());
    Long days = request.recoveryWindowInDays();
    if (force && days != null) {
      throw Refusals.invalidParameter(
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    if (days != null && (days < SHORTEST_WINDOW || days > LONGEST_WINDOW)) {
      throw Refusals.invalidParameter(
          "The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
    }
    if (force) {
      Optional<SecretRow> gone = secrets.deleteForGood(request.secretId());
      return deleted(
          gone.map(SecretRow::arn).orElse(null),
          gone.map(SecretRow::name).orElse(request.secretId()),
          secrets.now());
    }
    Duration window = Duration.ofDays(days == null ? LONGEST_WINDOW : days);
    SecretRow row = secrets.delete(request.secretId(), window);
    return deleted(row.arn(), row.name(), row.deletedAt());
  }

  @Override
  public RestoreSecretResponse restoreSecret(RestoreSecretRequest request) {
    SecretRow row = secrets.restore(request.secretId());
    return RestoreSecretResponse.builder().arn(row.arn()).name(row.name()).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    secrets.tag(request.secretId(), tags(request.tags()));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    secrets.untag(request.secretId(), request.tagKeys());
    return UntagResourceResponse.builder().build();
  }

  private static DeleteSecretResponse deleted(
      @Nullable String arn, @Nullable String name, @Nullable Instant when) {
    return DeleteSecretResponse.builder().arn(arn).name(name).deletionDate(when).build();
  }

  private static VersionRow version(
      SecretRow row, @Nullable String versionId, @Nullable String stage) {
    if (versionId != null) {
      return row.version(versionId)
          .filter(version -> stage == null || version.has(stage))
          .orElseThrow(() -> noVersion("VersionId: " + versionId));
    }
    String label = stage == null ? VersionRow.CURRENT : stage;
    return row.staged(label).orElseThrow(() -> noVersion("staging label: " + label));
  }

  private static RuntimeException noVersion(String which) {
    return Refusals.notFound("Secrets Manager can't find the specified secret value for " + which);
  }

  private static SecretListEntry entry(SecretRow row) {
    return SecretListEntry.builder()
        .arn(row.arn())
        .name(row.name())
        .description(row.description())
        .kmsKeyId(row.kmsKeyId())
        .createdDate(row.createdAt())
        .lastChangedDate(row.changedAt())
        .deletedDate(row.deletedAt())
        .tags(tags(row.tags()))
        .secretVersionsToStages(stages(row))
        .build();
  }

  private static Map<String, List<String>> stages(SecretRow row) {
    return row.versions().stream()
        .filter(version -> !version.stages().isEmpty())
        .collect(Collectors.toMap(VersionRow::id, VersionRow::stages));
  }

  /** A tag may come without a value. */
  private static Map<String, String> tags(List<Tag> tags) {
    if (tags.stream().anyMatch(tag -> tag.key() == null)) {
      throw Refusals.invalidParameter("You must provide a key for every tag.");
    }
    return tags.stream()
        .collect(
            Collectors.toMap(
                Tag::key,
                tag -> tag.value() == null ? "" : tag.value(),
                (first, second) -> second));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static String token(@Nullable String given) {
    return given == null ? UUID.randomUUID().toString() : given;
  }
}
