package onair.gateway.identity;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import onair.common.problem.Problems;
import onair.gateway.door.ClientAddresses;
import onair.gateway.door.Site;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in and out of the dashboard: {@code POST /session}, {@code GET /session}, {@code DELETE
 * /session}. The session's secret is only ever in a cookie that no script can read.
 */
final class SessionRoutes {
  private final Accounts accounts;
  private final Identities identities;
  private final CrossSiteGuard crossSite;
  private final ClientAddresses addresses;
  private final Site site;
  private final JsonMapper json;
  private final InstantSource clock;

  SessionRoutes(
      Accounts accounts,
      Identities identities,
      CrossSiteGuard crossSite,
      ClientAddresses addresses,
      Site site,
      JsonMapper json,
      InstantSource clock) {
    this.accounts = accounts;
    this.identities = identities;
    this.crossSite = crossSite;
    this.addresses = addresses;
    this.site = site;
    this.json = json;
    this.clock = clock;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/session", this::signIn)
        .GET("/session", this::show)
        .DELETE("/session", this::signOut)
        .build();
  }

  private Mono<ServerResponse> signIn(ServerRequest request) {
    crossSite.check(request.exchange().getRequest());
    return request
        .bodyToMono(byte[].class)
        .defaultIfEmpty(new byte[0])
        .map(this::read)
        .flatMap(signIn -> accounts.open(signIn, addresses.of(request.exchange())))
        .flatMap(opened -> welcome(request, opened));
  }

  private Mono<ServerResponse> welcome(ServerRequest request, OpenedSession opened) {
    Duration life = Duration.between(clock.instant(), opened.expiresAt());
    return accounts
        .describe(new Credential.Session(opened.session()))
        .map(view -> view.orElseThrow(IdentityProblems::sessionEnded))
        .flatMap(
            view ->
                ServerResponse.status(HttpStatus.CREATED)
                    .cookie(cookie(request, opened.session(), life))
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(view));
  }

  private Mono<ServerResponse> show(ServerRequest request) {
    return session(request)
        .map(accounts::describe)
        .orElseThrow(IdentityProblems::credentialMissing)
        .map(view -> view.orElseThrow(IdentityProblems::sessionEnded))
        .flatMap(view -> ServerResponse.ok().cacheControl(CacheControl.noStore()).bodyValue(view));
  }

  private Mono<ServerResponse> signOut(ServerRequest request) {
    crossSite.check(request.exchange().getRequest());
    Mono<Void> ended = session(request).map(this::end).orElse(Mono.empty());
    return ended.then(
        Mono.defer(
            () ->
                ServerResponse.noContent()
                    .cookie(cookie(request, "", Duration.ZERO))
                    .cacheControl(CacheControl.noStore())
                    .build()));
  }

  private Mono<Void> end(Credential.Session session) {
    return accounts.end(session).doOnTerminate(() -> identities.forget(session));
  }

  private static Optional<Credential.Session> session(ServerRequest request) {
    return Credential.session(request.exchange().getRequest());
  }

  private SignIn read(byte[] body) {
    try {
      JsonNode parsed = json.readTree(body);
      return SignIn.of(parsed);
    } catch (JacksonException e) {
      throw Problems.malformedJson("It could not be read.").causedBy(e);
    }
  }

  private ResponseCookie cookie(ServerRequest request, String value, Duration life) {
    return ResponseCookie.from(Credential.COOKIE, value)
        .httpOnly(true)
        .secure(site.isHttps(request.exchange().getRequest()))
        .sameSite("Strict")
        .path("/")
        .maxAge(life.isNegative() ? Duration.ZERO : life)
        .build();
  }
}
