package onair.gateway.identity;

import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A session that has just begun.
 *
 * @param session the secret for the cookie
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record OpenedSession(String session, Instant expiresAt) {

  @Override
  public String toString() {
    return "OpenedSession[…, expiresAt=" + expiresAt + "]";
  }
}
