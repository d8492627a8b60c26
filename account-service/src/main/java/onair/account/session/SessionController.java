package onair.account.session;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.account.invitation.Invitations;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.account.member.NewPassword;
import onair.account.member.Passwords;
import onair.account.organization.Organization;
import onair.account.organization.OrganizationStore;
import onair.account.permission.Role;
import onair.account.secret.RandomSecret;
import onair.common.audit.Audit;
import onair.common.audit.Audited;
import onair.common.idempotency.LateTransaction;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in and out for the gateway, and tells it who is signed in. */
@Hidden
@RestController
@RequestMapping("/internal/sessions")
@RequiresScope(Caller.INTERNAL)
final class SessionController {

  private final Sessions sessions;
  private final SignInLimit limit;
  private final Passwords passwords;
  private final Invitations invitations;
  private final MemberStore members;
  private final OrganizationStore organizations;

  SessionController(
      Sessions sessions,
      SignInLimit limit,
      Passwords passwords,
      Invitations invitations,
      MemberStore members,
      OrganizationStore organizations) {
    this.sessions = sessions;
    this.limit = limit;
    this.passwords = passwords;
    this.invitations = invitations;
    this.members = members;
    this.organizations = organizations;
  }

  @Audited
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  OpenedSession signIn(
      @RequestBody SignIn signIn, HttpServletRequest request, LateTransaction transaction) {
    Browser browser = Browser.of(request);
    limit.count(signIn.email(), browser);
    Member member =
        passwords
            .authenticate(signIn.email(), signIn.password())
            .orElseThrow(SessionController::refused);
    limit.forget(signIn.email(), browser);
    transaction.begin();
    OpenedSession opened = sessions.open(member, browser);
    Audit.actsFor(member.organizationId(), member.id(), opened.id());
    Audit.changed("member", member.id(), null, null);
    return opened;
  }

  /**
   * Makes a member of somebody who was invited and signs them in; 404 {@code invitation_ended} when
   * the invitation is none or not any more, 409 {@code email_taken}.
   */
  @Audited
  @PostMapping("/by-invitation")
  @ResponseStatus(HttpStatus.CREATED)
  OpenedSession acceptInvitation(
      @RequestBody Acceptance acceptance, HttpServletRequest request, LateTransaction transaction) {
    Browser browser = Browser.of(request);
    limit.count(browser);
    transaction.begin();
    Member member =
        invitations.accept(
            new RandomSecret(acceptance.token()),
            invited -> passwords.set(invited, acceptance.password()));
    limit.forget(browser);
    OpenedSession opened = sessions.open(member, browser);
    Audit.actsFor(member.organizationId(), member.id(), opened.id());
    Audit.changed(
        "member", member.id(), null, Map.of("email", member.email(), "role", member.role()));
    return opened;
  }

  /** 404 when there is no such session, or it has ended. */
  @PostMapping("/verify")
  SignedIn verify(@RequestBody Offered offered) {
    return sessions
        .use(new RandomSecret(offered.session()))
        .flatMap(
            session -> members.find(session.memberId()).map(member -> describe(session, member)))
        .orElseThrow(SessionController::ended);
  }

  /** 404 when there is no such session, or it was ended before. */
  @Audited
  @PostMapping("/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(@RequestBody Offered offered) {
    Session ended =
        sessions.end(new RandomSecret(offered.session())).orElseThrow(SessionController::ended);
    Audit.actsFor(ended.organizationId(), ended.memberId(), ended.id());
    Audit.changed("session", ended.id(), null, null);
  }

  private SignedIn describe(Session session, Member member) {
    String organization =
        organizations.find(member.organizationId()).map(Organization::name).orElse("");
    return new SignedIn(
        member.organizationId(),
        organization,
        member.id(),
        member.email(),
        member.role(),
        member.role().scopes().stream().sorted().toList(),
        session.id(),
        session.expiresAt());
  }

  private static Problem refused() {
    return Problem.of(401, "sign_in_refused", "Email and password do not match");
  }

  private static Problem ended() {
    return Problem.of(404, "session_ended", "There is no such session");
  }

  record SignIn(
      @NotNull @Size(max = 1000) String email, @NotNull @Size(max = 1000) String password) {

    @Override
    public String toString() {
      return "SignIn[" + email + ", …]";
    }
  }

  record Acceptance(
      @NotNull @Size(max = 1000) String token, @NotNull @NewPassword String password) {

    @Override
    public String toString() {
      return "Acceptance[…]";
    }
  }

  record Offered(@NotNull @Size(max = 1000) String session) {

    @Override
    public String toString() {
      return "Offered[…]";
    }
  }

  record SignedIn(
      String organizationId,
      String organizationName,
      String subject,
      String email,
      Role role,
      List<String> scopes,
      String sessionId,
      Instant expiresAt) {}
}
