package onair.gateway.identity;

import java.time.Duration;
import onair.common.problem.Problem;

/** What goes wrong when somebody says who they are. */
final class IdentityProblems {
  private IdentityProblems() {}

  static Problem credentialMissing() {
    return unauthorized("credential_missing", "Sign in or send an API key")
        .detail("Send the header 'Authorization: Bearer onair_…', or sign in at the dashboard.");
  }

  static Problem keyRefused() {
    return unauthorized("credential_invalid", "This API key is not valid")
        .detail(
            "It is mistyped, revoked or expired. The header is 'Authorization: Bearer onair_…'.");
  }

  static Problem sessionEnded() {
    return unauthorized("session_ended", "The session has ended").detail("Sign in again.");
  }

  private static Problem unauthorized(String code, String title) {
    return Problem.of(401, code, title).header("WWW-Authenticate", "Bearer realm=\"onair\"");
  }

  static Problem signInRefused() {
    return unauthorized("sign_in_refused", "Email and password do not match");
  }

  static Problem tooManySignIns(Duration after) {
    return Problem.of(429, "too_many_sign_ins", "Too many tries to sign in").retryAfter(after);
  }

  static Problem crossSite(String detail) {
    return Problem.of(403, "cross_site_refused", "This change was not asked for by the dashboard")
        .detail(detail);
  }

  static Problem unavailable(Throwable cause) {
    return Problem.of(503, "identity_unavailable", "We cannot check who is asking right now")
        .detail("Nothing was done. Try again in a moment.")
        .retryAfter(Duration.ofSeconds(2))
        .causedBy(cause);
  }
}
