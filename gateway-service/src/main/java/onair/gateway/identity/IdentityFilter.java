package onair.gateway.identity;

import java.util.Optional;
import onair.common.security.Caller;
import onair.gateway.route.RouteTable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets a routed request through only with a credential account-service knows, and lays out the
 * internal token for the one service it goes to. {@link ServiceRequestHeaders} puts it on the wire.
 * Addresses for anybody need none and look at none: whoever asks there is a visitor, without
 * organization or scope.
 */
final class IdentityFilter implements GlobalFilter, Ordered {
  private static final int BEFORE_ANYTHING_IS_ROUTED = -100;

  private final Identities identities;
  private final ServiceTokens tokens;
  private final CrossSiteGuard crossSite;
  private final SessionCookies cookies;
  private final StreamWatch streams;

  IdentityFilter(
      Identities identities,
      ServiceTokens tokens,
      CrossSiteGuard crossSite,
      SessionCookies cookies,
      StreamWatch streams) {
    this.identities = identities;
    this.tokens = tokens;
    this.crossSite = crossSite;
    this.cookies = cookies;
    this.streams = streams;
  }

  @Override
  public int getOrder() {
    return BEFORE_ANYTHING_IS_ROUTED;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
    if (RouteTable.isForAnybody(exchange)) {
      String token = tokens.tokenFor(RouteTable.serviceOf(exchange), Caller.visitor());
      ServiceRequestHeaders.layOut(exchange, token);
      return chain.filter(exchange);
    }
    Credential credential =
        Credential.of(exchange.getRequest(), cookies.name(exchange.getRequest()))
            .orElseThrow(IdentityProblems::credentialMissing);
    if (credential instanceof Credential.Session) {
      crossSite.check(exchange.getRequest());
    }
    return identities
        .of(credential)
        .flatMap(caller -> admit(exchange, credential, caller))
        .then(Mono.defer(() -> streams.over(exchange, credential, chain.filter(exchange))));
  }

  private Mono<Void> admit(
      ServerWebExchange exchange, Credential credential, Optional<Caller> caller) {
    if (caller.isEmpty()) {
      return Mono.error(
          credential instanceof Credential.Session
              ? IdentityProblems.sessionEnded()
              : IdentityProblems.keyRefused());
    }
    AskedBy.note(exchange, caller.get());
    String token = tokens.tokenFor(RouteTable.serviceOf(exchange), caller.get());
    ServiceRequestHeaders.layOut(exchange, token);
    return Mono.empty();
  }
}
