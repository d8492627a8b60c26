package onair.account.oidc;

import java.time.Duration;
import onair.common.problem.Problem;

/** What goes wrong when somebody signs in at a provider. */
final class OidcProblems {

  private OidcProblems() {}

  /** Too late, a second time, in another browser, or never begun; which of them is not told. */
  static Problem neverBegun() {
    return refused("Begin again: this sign-in was begun elsewhere, too long ago, or not at all.");
  }

  static Problem refused(String detail) {
    return Problem.of(401, "oidc_refused", "Signing in at the provider did not work")
        .detail(detail);
  }

  static Problem emailNotVerified() {
    return Problem.of(403, "email_not_verified", "The provider has not verified your email")
        .detail("Let the provider verify it, then sign in again.");
  }

  static Problem notAMember() {
    return Problem.of(403, "not_a_member", "You are not a member of any organization")
        .detail("Ask an owner to invite you.");
  }

  static Problem unavailable(Exception cause) {
    return Problem.of(503, "provider_unavailable", "The provider does not answer")
        .retryAfter(Duration.ofSeconds(5))
        .causedBy(cause);
  }
}
