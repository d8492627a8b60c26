package onair.account.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import onair.common.audit.AuditEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One change as owners see it. */
@Schema(name = "AuditEntry")
record AuditResponse(
    @Schema(example = "aud_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "audit_entry") String object,
    @Schema(
            example = "mem_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "The member or the API key that did it.")
        String actor,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
            example = "ses_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description =
                "The session the member was signed in by; null for an API key. Sessions that have ended are still named.")
        @Nullable String sessionId,
    @Schema(example = "updateChannel", description = "The operationId of the request.")
        String operation,
    @Schema(example = "channel-service") String service,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(description = "What was changed; null when the operation shows none.")
        @Nullable Resource resource,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
            implementation = Map.class,
            nullable = true,
            description = "As a GET would have shown it, secrets masked.")
        @Nullable JsonNode before,
    @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(
            implementation = Map.class,
            nullable = true,
            description = "As the caller was told, secrets masked.")
        @Nullable JsonNode after,
    @Schema(example = "198.51.100.7") String clientAddress,
    @Schema(example = "req_06d4x8k2m1v7r9t3w5y8z0a2bc") String requestId,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(example = "curl/8.5.0")
        @Nullable String userAgent,
    Instant createdAt) {

  static AuditResponse of(AuditEntry entry) {
    return new AuditResponse(
        entry.id(),
        "audit_entry",
        entry.actor(),
        entry.sessionId(),
        entry.operation(),
        entry.service(),
        Resource.of(entry.object(), entry.resourceId()),
        entry.before(),
        entry.after(),
        entry.clientAddress(),
        entry.requestId(),
        entry.userAgent(),
        entry.occurredAt());
  }

  /**
   * @param object kind of it
   * @param id its id
   */
  @Schema(name = "AuditedResource")
  record Resource(
      @Schema(example = "channel") @Nullable String object,
      @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String id) {

    static @Nullable Resource of(@Nullable String object, @Nullable String id) {
      return id == null ? null : new Resource(object, id);
    }
  }
}
