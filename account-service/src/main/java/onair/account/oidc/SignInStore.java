package onair.account.oidc;

import java.time.Instant;
import java.util.Optional;
import onair.account.secret.RandomSecret;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code oidc_sign_in}: who is away at a provider. */
final class SignInStore {

  private final JdbcClient jdbc;

  SignInStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody who is away.
   *
   * @param browserHash of the cookie of their browser
   * @param nonce that must be in the ID token
   * @param verifier of PKCE
   * @param invitation hash of the token of the invitation they accept
   */
  record Away(
      String provider,
      byte[] browserHash,
      String nonce,
      String verifier,
      byte @Nullable [] invitation) {}

  void keep(String state, Away away, Instant now, Instant expiresAt) {
    jdbc.sql(
            """
            delete from oidc_sign_in where state_hash in (
              select state_hash from oidc_sign_in where expires_at <= :now for update skip locked)
            """)
        .param("now", Times.utc(now))
        .update();
    jdbc.sql(
            """
            insert into oidc_sign_in (state_hash, browser_hash, provider, nonce, verifier, invitation, expires_at)
            values (:state, :browser, :provider, :nonce, :verifier, :invitation, :expires)
            """)
        .param("state", RandomSecret.sha256(state))
        .param("browser", away.browserHash())
        .param("provider", away.provider())
        .param("nonce", away.nonce())
        .param("verifier", away.verifier())
        .param("invitation", away.invitation())
        .param("expires", Times.utc(expiresAt))
        .update();
  }

  /** They are back; a second time there is nobody. */
  Optional<Away> take(String state, Instant now) {
    return jdbc.sql(
            "delete from oidc_sign_in where state_hash = :state returning *, expires_at > :now as in_time")
        .param("state", RandomSecret.sha256(state))
        .param("now", Times.utc(now))
        .query(
            (row, number) ->
                row.getBoolean("in_time")
                    ? Optional.of(
                        new Away(
                            row.getString("provider"),
                            row.getBytes("browser_hash"),
                            row.getString("nonce"),
                            row.getString("verifier"),
                            row.getBytes("invitation")))
                    : Optional.<Away>empty())
        .optional()
        .flatMap(found -> found);
  }
}
