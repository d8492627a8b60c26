package onair.common.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One change somebody made. Its JSON is the data of an event of type {@value #TYPE}, which is no
 * public event.
 *
 * @param id {@code aud_…}
 * @param organizationId whose thing was changed; empty for nobody's
 * @param actor {@code mem_…}, {@code key_…}, the name of a service, or {@code visitor}
 * @param sessionId {@code ses_…} the member was signed in by; null for everybody else
 * @param operation the operation's id in the API description, for example {@code updateChannel}
 * @param service that did it
 * @param object kind of what was changed; null when the operation shows none
 * @param resourceId id of what was changed; null when the operation shows none
 * @param before as a GET of it would have shown it, secrets masked; null when it was not there, or
 *     cannot be shown
 * @param after as the caller was told, secrets masked; null when it is gone, or was not told
 * @param clientAddress where the request came from, as the gateway saw it
 * @param requestId of the request; also in its answer and its log lines
 * @param userAgent of the caller, at most 256 characters; null when it sent none
 * @param occurredAt when
 */
public record AuditEntry(
    String id,
    @JsonProperty("organization_id") String organizationId,
    String actor,
    @JsonProperty("session_id") @Nullable String sessionId,
    String operation,
    String service,
    @Nullable String object,
    @JsonProperty("resource_id") @Nullable String resourceId,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @JsonProperty("client_address") String clientAddress,
    @JsonProperty("request_id") String requestId,
    @JsonProperty("user_agent") @Nullable String userAgent,
    @JsonProperty("occurred_at") Instant occurredAt) {

  /** The event's type. */
  public static final String TYPE = "audit.recorded";
}
