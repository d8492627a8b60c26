package onair.account.session;

import java.time.Instant;

/**
 * A session that has just begun.
 *
 * @param id {@code ses_…}
 * @param session the secret for the cookie; told here only
 */
public record OpenedSession(String id, String session, Instant expiresAt) {

  @Override
  public String toString() {
    return "OpenedSession[" + id + ", …, " + expiresAt + "]";
  }
}
