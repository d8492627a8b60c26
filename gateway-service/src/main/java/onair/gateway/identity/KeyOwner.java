package onair.gateway.identity;

import java.util.Set;
import onair.common.security.Caller;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What account-service tells about a valid API key. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record KeyOwner(String organizationId, String subject, Set<String> scopes) {

  KeyOwner {
    if (organizationId.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException("A caller has an organization and a name");
    }
    scopes = Set.copyOf(scopes);
  }

  Caller caller() {
    return new Caller(organizationId, subject, scopes);
  }
}
