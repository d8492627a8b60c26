package onair.account.session;

import java.time.Instant;

/**
 * A session that has just begun.
 *
 * @param session the secret for the cookie; told here only
 */
public record OpenedSession(String session, Instant expiresAt) {

  @Override
  public String toString() {
    return "OpenedSession[…, " + expiresAt + "]";
  }
}
