package onair.gateway.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Set;
import onair.common.security.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A signed-in person: what account-service tells, and what {@code GET /session} shows.
 *
 * @param sessionId {@code ses_…}; told to services, not shown
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SessionView(
    String organizationId,
    @Nullable String organizationName,
    String subject,
    @Nullable String email,
    @Nullable String role,
    Set<String> scopes,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable String sessionId,
    @Nullable String expiresAt) {

  SessionView {
    if (organizationId.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException("A caller has an organization and a name");
    }
    scopes = Set.copyOf(scopes);
  }

  Caller caller() {
    return new Caller(organizationId, subject, scopes, Objects.requireNonNullElse(sessionId, ""));
  }
}
