package onair.account.session;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.account.member.Passwords;
import onair.common.audit.Audit;
import onair.common.idempotency.LateTransaction;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.AnyCaller;
import onair.common.security.Caller;
import onair.common.version.Unversioned;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes one's own password. A PUT and no POST, so that no hash of the request, which would be
 * quick to guess passwords with, is kept for repetitions.
 */
@RestController
@Tag(name = "members", description = "People of the organization and their roles")
final class PasswordController {

  private final MemberStore members;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignInLimit limit;

  PasswordController(
      MemberStore members, Passwords passwords, Sessions sessions, SignInLimit limit) {
    this.members = members;
    this.passwords = passwords;
    this.sessions = sessions;
    this.limit = limit;
  }

  @AnyCaller
  @PutMapping("/v1/members/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changeOwnPassword",
      summary = "Change your password",
      description =
          "All your sessions end within five seconds, this one too; sign in with the new password."
              + " Wrong current passwords count as tries to sign in. Only for members with a"
              + " password; needs no scope.")
  @ApiResponse(responseCode = "204", description = "The new password is set")
  @ApiResponse(responseCode = "403", description = "An API key has no password")
  @Unversioned("nobody reads a password")
  void change(
      Caller caller,
      @RequestBody PasswordRequest request,
      HttpServletRequest http,
      LateTransaction transaction) {
    Member member = members.find(caller.subject()).orElseThrow(PasswordController::noMember);
    Browser browser = Browser.of(http);
    limit.count(member.email(), browser);
    if (passwords.authenticate(member.email(), request.currentPassword()).isEmpty()) {
      throw wrong();
    }
    limit.forget(member.email(), browser);
    transaction.begin();
    passwords.set(member, request.newPassword());
    sessions.endAll(member);
    Audit.changed("member", member.id(), null, null);
  }

  private static Problem noMember() {
    return Problem.of(403, "member_required", "Only a member can do this")
        .detail("Sign in as a member; an API key has no password.");
  }

  private static Problem wrong() {
    return Problems.validationFailed()
        .violation("current_password", "wrong", "is not your password");
  }
}
