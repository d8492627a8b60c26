package onair.account.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onair.account.invitation.Invitations;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.account.secret.RandomSecret;
import onair.common.problem.Problem;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends people to a provider and receives them again. Whoever comes back must be in the browser
 * that left, once, in time, and from the provider it left for.
 */
final class OidcSignIns {

  private final Providers providers;
  private final ProviderClient client;
  private final SignInStore away;
  private final IdentityStore identities;
  private final MemberStore members;
  private final Invitations invitations;
  private final TransactionOperations transactions;
  private final DefaultOAuth2AuthorizationRequestResolver requests;
  private final Duration mayBeAway;
  private final InstantSource clock;

  OidcSignIns(
      Providers providers,
      ProviderClient client,
      SignInStore away,
      IdentityStore identities,
      MemberStore members,
      Invitations invitations,
      TransactionOperations transactions,
      Duration mayBeAway,
      InstantSource clock) {
    this.providers = providers;
    this.client = client;
    this.away = away;
    this.identities = identities;
    this.members = members;
    this.invitations = invitations;
    this.transactions = transactions;
    this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers::registration);
    this.requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce());
    this.mayBeAway = mayBeAway;
    this.clock = clock;
  }

  /**
   * Where to send a browser, and the secret it must bring back in a cookie.
   *
   * @param location the provider's page
   */
  record Departure(String location, String browser, Instant expiresAt) {

    @Override
    public String toString() {
      return "Departure[…]";
    }
  }

  /**
   * @param invitation the token of an invitation to be accepted; null to sign in
   * @throws Problem 404, 503
   */
  Departure leave(HttpServletRequest http, String provider, @Nullable String invitation) {
    providers.find(provider);
    OAuth2AuthorizationRequest request =
        Objects.requireNonNull(requests.resolve(http, provider), "a provider that is configured");
    var browser = RandomSecret.generate();
    Instant now = Times.now(clock);
    Instant end = now.plus(mayBeAway);
    away.keep(
        Objects.requireNonNull(request.getState()),
        new SignInStore.Away(
            provider,
            browser.hash(),
            attribute(request, OidcParameterNames.NONCE),
            attribute(request, PkceParameterNames.CODE_VERIFIER),
            invitation == null ? null : RandomSecret.sha256(invitation)),
        now,
        end);
    return new Departure(request.getAuthorizationRequestUri(), browser.text(), end);
  }

  /**
   * The member who came back.
   *
   * @param code what the provider sent them back with; null when it refused
   * @throws Problem 401 {@code oidc_refused}, 403, 404 {@code invitation_ended}, 409, 503
   */
  Member comeBack(String provider, String state, @Nullable String code, String browser) {
    SignInStore.Away left =
        away.take(state, clock.instant())
            .filter(one -> one.provider().equals(provider))
            .filter(one -> isSame(one.browserHash(), browser))
            .orElseThrow(OidcProblems::neverBegun);
    if (code == null) {
      throw OidcProblems.refused("The provider did not let you in.");
    }
    ClientRegistration registration = providers.registration(provider);
    OidcUser user = client.whoIs(registration, exchange(registration, left, state, code));
    return Objects.requireNonNull(
        transactions.execute(status -> member(providers.find(provider), user, left)));
  }

  private Member member(OidcProperties.Provider provider, OidcUser user, SignInStore.Away left) {
    Optional<Member> known = identities.find(issuer(user), subject(user));
    if (known.isPresent()) {
      return known.get();
    }
    String email = user.getEmail();
    if (email == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
      throw OidcProblems.emailNotVerified();
    }
    byte[] invitation = left.invitation();
    if (invitation != null) {
      return invitations.accept(invitation, email, invited -> link(user, invited));
    }
    Member member =
        Optional.of(email)
            .filter(verified -> provider.linkByEmail())
            .flatMap(members::findByEmail)
            .orElseThrow(OidcProblems::notAMember);
    link(user, member);
    return member;
  }

  private void link(OidcUser user, Member member) {
    identities.link(issuer(user), subject(user), member, Times.now(clock));
  }

  private static OAuth2AuthorizationExchange exchange(
      ClientRegistration registration, SignInStore.Away left, String state, String code) {
    var asked =
        OAuth2AuthorizationRequest.authorizationCode()
            .authorizationUri(
                Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
            .clientId(registration.getClientId())
            .redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
            .scopes(registration.getScopes())
            .state(state)
            .attributes(
                Map.of(
                    OidcParameterNames.NONCE,
                    left.nonce(),
                    PkceParameterNames.CODE_VERIFIER,
                    left.verifier()))
            .build();
    var answered =
        OAuth2AuthorizationResponse.success(code)
            .redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
            .state(state)
            .build();
    return new OAuth2AuthorizationExchange(asked, answered);
  }

  private static String attribute(OAuth2AuthorizationRequest request, String name) {
    return Objects.requireNonNull(request.<String>getAttribute(name), name);
  }

  private static String issuer(OidcUser user) {
    return Objects.requireNonNull(user.getIssuer(), "iss").toString();
  }

  private static String subject(OidcUser user) {
    return Objects.requireNonNull(user.getSubject(), "sub");
  }

  private static boolean isSame(byte[] hash, String browser) {
    return MessageDigest.isEqual(hash, RandomSecret.sha256(browser));
  }
}
