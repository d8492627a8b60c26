package onair.account.session;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.account.organization.Organization;
import onair.account.organization.OrganizationStore;
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
  private final MemberStore members;
  private final OrganizationStore organizations;

  SessionController(
      Sessions sessions, SignInLimit limit, MemberStore members, OrganizationStore organizations) {
    this.sessions = sessions;
    this.limit = limit;
    this.members = members;
    this.organizations = organizations;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Opened open(@RequestBody SignIn signIn) {
    limit.count(signIn.email());
    Member member =
        members
            .authenticate(signIn.email(), signIn.password())
            .orElseThrow(SessionController::refused);
    limit.forget(signIn.email());
    SessionSecret secret = SessionSecret.generate();
    return new Opened(secret.text(), sessions.open(member.id(), secret).expiresAt());
  }

  /** 404 when there is no such session, or it has ended. */
  @PostMapping("/verify")
  SignedIn verify(@RequestBody Offered offered) {
    return sessions
        .use(new SessionSecret(offered.session()))
        .flatMap(
            session -> members.find(session.memberId()).map(member -> describe(session, member)))
        .orElseThrow(SessionController::ended);
  }

  @PostMapping("/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@RequestBody Offered offered) {
    sessions.end(new SessionSecret(offered.session()));
  }

  private SignedIn describe(Sessions.Session session, Member member) {
    String organization =
        organizations.find(member.organizationId()).map(Organization::name).orElse("");
    return new SignedIn(
        member.organizationId(),
        organization,
        member.id(),
        member.email(),
        member.role().scopes().stream().sorted().toList(),
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

  record Offered(@NotNull @Size(max = 1000) String session) {

    @Override
    public String toString() {
      return "Offered[…]";
    }
  }

  record Opened(String session, Instant expiresAt) {

    @Override
    public String toString() {
      return "Opened[…, " + expiresAt + "]";
    }
  }

  record SignedIn(
      String organizationId,
      String organizationName,
      String subject,
      String email,
      List<String> scopes,
      Instant expiresAt) {}
}
