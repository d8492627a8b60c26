package onair.gateway.identity;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.gateway.door.ClientAddresses;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpCookie;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries browsers to a provider and back: {@code GET /session/oidc} lists the providers, {@code
 * POST /session/oidc/<id>} tells where to go, {@code GET /session/oidc/<id>/callback} is where the
 * provider sends them. What all of it means is account-service's business.
 */
final class OidcRoutes {
  private final Accounts accounts;
  private final CrossSiteGuard crossSite;
  private final ClientAddresses addresses;
  private final SessionCookies cookies;
  private final JsonMapper json;

  OidcRoutes(
      Accounts accounts,
      CrossSiteGuard crossSite,
      ClientAddresses addresses,
      SessionCookies cookies,
      JsonMapper json) {
    this.accounts = accounts;
    this.crossSite = crossSite;
    this.addresses = addresses;
    this.cookies = cookies;
    this.json = json;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/session/oidc", this::providers)
        .POST("/session/oidc/{provider:[a-z0-9-]{1,40}}", this::leave)
        .GET("/session/oidc/{provider:[a-z0-9-]{1,40}}/callback", this::comeBack)
        .build();
  }

  private Mono<ServerResponse> providers(ServerRequest request) {
    return accounts
        .providers()
        .flatMap(
            providers ->
                ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(providers));
  }

  private Mono<ServerResponse> leave(ServerRequest request) {
    crossSite.check(request.exchange().getRequest());
    return JsonBody.of(request, json, OidcRoutes::leaving)
        .flatMap(
            leaving ->
                accounts.leave(
                    request.pathVariable("provider"),
                    leaving,
                    Visitor.of(request.exchange(), addresses)))
        .flatMap(
            departure ->
                ServerResponse.ok()
                    .cookie(cookies.away(request, departure))
                    .cacheControl(CacheControl.noStore())
                    .bodyValue(Map.of("location", departure.location())));
  }

  private Mono<ServerResponse> comeBack(ServerRequest request) {
    var back = new LinkedHashMap<String, String>();
    back.put("state", request.queryParam("state").orElse(""));
    request.queryParam("code").ifPresent(code -> back.put("code", code));
    List<HttpCookie> away = request.cookies().getOrDefault(SessionCookies.AWAY, List.of());
    back.put("browser", away.size() == 1 ? away.getFirst().getValue() : "");
    return accounts
        .comeBack(request.pathVariable("provider"), back, Visitor.of(request.exchange(), addresses))
        .flatMap(
            opened ->
                ServerResponse.seeOther(URI.create("/"))
                    .cookie(cookies.session(request, opened))
                    .cookie(cookies.noLongerAway(request))
                    .cacheControl(CacheControl.noStore())
                    .build());
  }

  private static Map<String, String> leaving(JsonNode body) {
    JsonBody.require(body, List.of(), List.of("invitation"));
    return body.path("invitation").isString()
        ? Map.of("invitation", body.path("invitation").stringValue())
        : Map.of();
  }
}
