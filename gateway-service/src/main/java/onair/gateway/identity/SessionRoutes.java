package onair.gateway.identity;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.Optional;
import onair.gateway.door.ClientAddresses;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in and out of the dashboard: {@code POST /session}, {@code GET /session}, {@code DELETE
 * /session}, and {@code POST /session/invitation} for who was invited. The session's secret is only
 * ever in a cookie that no script can read.
 */
final class SessionRoutes {
  private final Accounts accounts;
  private final Identities identities;
  private final CrossSiteGuard crossSite;
  private final ClientAddresses addresses;
  private final SessionCookies cookies;
  private final JsonMapper json;

  SessionRoutes(
      Accounts accounts,
      Identities identities,
      CrossSiteGuard crossSite,
      ClientAddresses addresses,
      SessionCookies cookies,
      JsonMapper json) {
    this.accounts = accounts;
    this.identities = identities;
    this.crossSite = crossSite;
    this.addresses = addresses;
    this.cookies = cookies;
    this.json = json;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .POST("/session", this::signIn)
        .GET("/session", this::show)
        .DELETE("/session", this::signOut)
        .POST("/session/invitation", this::accept)
        .build();
  }

  private Mono<ServerResponse> signIn(ServerRequest request) {
    crossSite.check(request.exchange().getRequest());
    return JsonBody.of(request, json, SignIn::of)
        .flatMap(signIn -> accounts.open(signIn, Visitor.of(request.exchange(), addresses)))
        .flatMap(opened -> welcome(request, opened));
  }

  private Mono<ServerResponse> accept(ServerRequest request) {
    crossSite.check(request.exchange().getRequest());
    return JsonBody.of(request, json, Acceptance::of)
        .flatMap(accepted -> accounts.accept(accepted, Visitor.of(request.exchange(), addresses)))
        .flatMap(opened -> welcome(request, opened));
  }

  /** A session the browser had before is not taken over but ends. */
  private Mono<ServerResponse> welcome(ServerRequest request, OpenedSession opened) {
    Mono<Void> before = session(request).map(session -> end(request, session)).orElse(Mono.empty());
    return before
        .then(accounts.describe(new Credential.Session(opened.session())))
        .map(view -> view.orElseThrow(IdentityProblems::sessionEnded))
        .flatMap(
            view ->
                ServerResponse.status(HttpStatus.CREATED)
                    .cookie(cookies.session(request, opened))
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
    Mono<Void> ended = session(request).map(session -> end(request, session)).orElse(Mono.empty());
    return ended.then(
        Mono.defer(
            () ->
                ServerResponse.noContent()
                    .cookie(cookies.noSession(request))
                    .cacheControl(CacheControl.noStore())
                    .build()));
  }

  private Mono<Void> end(ServerRequest request, Credential.Session session) {
    return accounts
        .end(session, Visitor.of(request.exchange(), addresses))
        .doOnTerminate(() -> identities.forget(session));
  }

  private Optional<Credential.Session> session(ServerRequest request) {
    var asked = request.exchange().getRequest();
    return Credential.session(asked, cookies.name(asked));
  }
}
