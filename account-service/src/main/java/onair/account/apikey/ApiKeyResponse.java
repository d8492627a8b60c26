package onair.account.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key as its organization sees it. */
@Schema(name = "ApiKey")
record ApiKeyResponse(
    @Schema(example = "key_06d4x8k2v7b1c3d5e7f9g1h3j5") String id,
    @Schema(example = "api_key") String object,
    ApiKey.Status status,
    @Schema(example = "Encoder in studio 2") String name,
    @Schema(description = "How the secret begins", example = "onair_test_x7Qm…") String hint,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(
            description = "The key itself. Told only in the reply that makes it; keep it.",
            example = "onair_test_…")
        String secret,
    @Schema(example = "[\"channels:read\"]") List<String> scopes,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expiresAt,
    @Nullable @Schema(description = "To the minute") Instant lastUsedAt) {

  static ApiKeyResponse of(ApiKey key, Instant now) {
    return of(key, null, now);
  }

  static ApiKeyResponse withSecret(ApiKey key, ApiKeySecret secret, Instant now) {
    return of(key, secret.text(), now);
  }

  private static ApiKeyResponse of(ApiKey key, @Nullable String secret, Instant now) {
    return new ApiKeyResponse(
        key.id(),
        "api_key",
        key.status(now),
        key.name(),
        key.hint(),
        secret,
        key.scopes(),
        key.metadata(),
        key.createdAt(),
        key.updatedAt(),
        key.expiresAt(),
        key.lastUsedAt());
  }
}
