package onair.account.oidc;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import onair.account.member.Member;
import onair.account.session.Browser;
import onair.account.session.OpenedSession;
import onair.account.session.Sessions;
import onair.account.session.SignInLimit;
import onair.common.audit.Audit;
import onair.common.audit.Audited;
import onair.common.idempotency.LateTransaction;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in by a provider, for the gateway. */
@Hidden
@RestController
@RequestMapping("/internal/oidc")
@RequiresScope(Caller.INTERNAL)
final class OidcController {

  private final Providers providers;
  private final OidcSignIns signIns;
  private final Sessions sessions;
  private final SignInLimit limit;

  OidcController(Providers providers, OidcSignIns signIns, Sessions sessions, SignInLimit limit) {
    this.providers = providers;
    this.signIns = signIns;
    this.sessions = sessions;
    this.limit = limit;
  }

  @GetMapping
  Offer offered() {
    return new Offer(providers.offered());
  }

  @PostMapping("/{provider}/leave")
  OidcSignIns.Departure leave(
      @PathVariable String provider, @RequestBody Leaving leaving, HttpServletRequest request) {
    limit.count(Browser.of(request));
    return signIns.leave(request, provider, leaving.invitation());
  }

  @Audited
  @PostMapping("/{provider}/come-back")
  @ResponseStatus(HttpStatus.CREATED)
  OpenedSession signInAtProvider(
      @PathVariable String provider,
      @RequestBody Back back,
      HttpServletRequest request,
      LateTransaction transaction) {
    Member member = signIns.comeBack(provider, back.state(), back.code(), back.browser());
    Browser browser = Browser.of(request);
    limit.forget(browser);
    transaction.begin();
    OpenedSession opened = sessions.open(member, browser);
    Audit.actsFor(member.organizationId(), member.id(), opened.id());
    Audit.changed("member", member.id(), null, null);
    return opened;
  }

  record Offer(List<Providers.Offered> data) {}

  record Leaving(@Nullable @Size(max = 1000) String invitation) {

    @Override
    public String toString() {
      return "Leaving[…]";
    }
  }

  record Back(
      @NotNull @Size(max = 1000) String state,
      @Nullable @Size(max = 4000) String code,
      @NotNull @Size(max = 1000) String browser) {

    @Override
    public String toString() {
      return "Back[…]";
    }
  }
}
