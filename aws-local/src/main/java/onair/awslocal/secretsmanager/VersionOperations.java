package onair.awslocal.secretsmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.APIErrorType;
import software.amazon.awssdk.services.secretsmanager.model.BatchGetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.BatchGetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidNextTokenException;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretValueEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** The operations on versions and on several secrets at once, and new passwords. */
abstract class VersionOperations implements SecretsManagerClient {

  private static final int PAGE = 100;
  private static final int BATCH = 20;

  private final Secrets secrets;

  VersionOperations(Secrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
    SecretRow row = secrets.any(request.secretId());
    boolean all = Boolean.TRUE.equals(request.includeDeprecated());
    Page<VersionRow> page =
        page(
            row.versions().stream().filter(v -> all || !v.stages().isEmpty()).toList(),
            VersionRow::position,
            request.maxResults() == null ? PAGE : request.maxResults(),
            request.nextToken());
    return ListSecretVersionIdsResponse.builder()
        .arn(row.arn())
        .name(row.name())
        .versions(page.items().stream().map(VersionOperations::entry).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private static SecretVersionsListEntry entry(VersionRow version) {
    return SecretVersionsListEntry.builder()
        .versionId(version.id())
        .versionStages(version.stages().isEmpty() ? null : version.stages())
        .createdDate(version.createdAt())
        .build();
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    SecretRow row =
        secrets.move(
            request.secretId(),
            request.versionStage(),
            request.removeFromVersionId(),
            request.moveToVersionId());
    return UpdateSecretVersionStageResponse.builder().arn(row.arn()).name(row.name()).build();
  }

  /** Current values of the secrets named, or of those that filters find. */
  @Override
  public BatchGetSecretValueResponse batchGetSecretValue(BatchGetSecretValueRequest request) {
    if (request.hasSecretIdList() == request.hasFilters()) {
      throw Refusals.invalidParameter("Either SecretIdList or Filters must be given.");
    }
    return request.hasSecretIdList() ? named(request) : found(request);
  }

  private BatchGetSecretValueResponse named(BatchGetSecretValueRequest request) {
    if (request.maxResults() != null) {
      throw Refusals.invalidParameter("MaxResults can only be used with Filters.");
    }
    List<SecretValueEntry> values = new ArrayList<>();
    List<APIErrorType> errors = new ArrayList<>();
    for (String id : request.secretIdList()) {
      try {
        SecretRow row = secrets.get(id);
        values.add(value(row, current(row)));
      } catch (SecretsManagerException e) {
        errors.add(
            APIErrorType.builder()
                .secretId(id)
                .errorCode(e.getClass().getSimpleName())
                .message(e.getMessage())
                .build());
      }
    }
    return BatchGetSecretValueResponse.builder().secretValues(values).errors(errors).build();
  }

  private BatchGetSecretValueResponse found(BatchGetSecretValueRequest request) {
    List<SecretRow> wanted =
        secrets.in(Scope.current()).stream()
            .filter(row -> !row.isDeleted() && row.staged(VersionRow.CURRENT).isPresent())
            .filter(row -> SecretFilters.hold(request.filters(), row))
            .toList();
    Page<SecretRow> page =
        page(
            wanted,
            SecretRow::position,
            request.maxResults() == null ? BATCH : request.maxResults(),
            request.nextToken());
    return BatchGetSecretValueResponse.builder()
        .secretValues(page.items().stream().map(row -> value(row, current(row))).toList())
        .errors(List.of())
        .nextToken(page.nextToken())
        .build();
  }

  private static VersionRow current(SecretRow row) {
    return row.staged(VersionRow.CURRENT)
        .orElseThrow(
            () -> Refusals.notFound("Secrets Manager can't find the specified secret value."));
  }

  private static SecretValueEntry value(SecretRow row, VersionRow version) {
    return SecretValueEntry.builder()
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
  public GetRandomPasswordResponse getRandomPassword(GetRandomPasswordRequest request) {
    return GetRandomPasswordResponse.builder().randomPassword(Passwords.make(request)).build();
  }

  /** One page; refused when the token is none of ours. */
  static <T> Page<T> page(
      List<T> rows, Function<T, String> position, int size, @Nullable String token) {
    try {
      return Page.of(rows, position, size, token);
    } catch (Page.BadToken e) {
      throw InvalidNextTokenException.builder().message("The NextToken value is invalid.").build();
    }
  }
}
