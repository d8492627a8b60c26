package onair.gateway.route;

import static onair.gateway.route.Service.ACCOUNT;
import static onair.gateway.route.Service.ADS;
import static onair.gateway.route.Service.CHANNEL;
import static onair.gateway.route.Service.DELIVERY;
import static onair.gateway.route.Service.VOD;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every path the world can reach on a service. What is not listed here is answered with 404 by the
 * gateway itself, so {@code /internal/**} and the services' own actuators are out of reach by
 * construction.
 */
public final class RouteTable {
  private static final List<Entry> ROUTES =
      List.of(
          entry("/v1/whoami", ACCOUNT),
          entry("/v1/api-keys/**", ACCOUNT),
          entry("/v1/organizations/**", ACCOUNT),
          entry("/v1/members/**", ACCOUNT),
          entry("/v1/invitations/**", ACCOUNT),
          entry("/v1/events/**", ACCOUNT),
          entry("/v1/event-types", ACCOUNT),
          entry("/v1/webhooks/**", ACCOUNT),
          entry("/v1/audit-log/**", ACCOUNT),
          // Read from the log of events; before the channels it is under.
          entry("/v1/channels/*/sessions/*/timeline", ACCOUNT),
          // Of who fills the break, not of who signals it.
          entry("/v1/channels/*/ad-breaks/*/report", ADS),
          entry("/v1/channels/**", CHANNEL),
          entry("/v1/operations/**", CHANNEL),
          entry("/v1/presets/**", CHANNEL),
          entry("/v1/inventory/**", CHANNEL),
          entry("/v1/orphans/**", CHANNEL),
          entry("/v1/drift/**", CHANNEL),
          entry("/v1/budgets/**", CHANNEL),
          entry("/v1/usage", CHANNEL),
          entry("/v1/waste/**", CHANNEL),
          entry("/v1/playback/**", DELIVERY),
          entry("/v1/distributions/**", DELIVERY),
          entry("/v1/uploads/**", VOD),
          entry("/v1/assets/**", VOD),
          entry("/v1/campaigns/**", ADS),
          entry("/v1/creatives/**", ADS),
          entry("/v1/ad-configurations/**", ADS),
          entry("/v1/ad-reports/**", ADS),
          entry("/v1/ad-break-reports/**", ADS),
          entry("/v1/ad-fill-reports/**", ADS),
          forAnybody("/playback/{playback_id}", DELIVERY),
          // Signed addresses; the service checks that.
          forAnybody("/ads/vast", ADS),
          forAnybody("/ads/vmap", ADS),
          forAnybody("/ads/events/**", ADS));

  private static final String SERVICE = "service";
  private static final String FOR_ANYBODY = "for-anybody";

  private RouteTable() {}

  /** The table as Spring Cloud Gateway's routes; each carries its {@link Service}. */
  static RouteLocator locator(RouteLocatorBuilder builder, ServiceProperties services) {
    RouteLocatorBuilder.Builder routes = builder.routes();
    for (Entry entry : ROUTES) {
      routes.route(
          entry.pattern().getPatternString(),
          route ->
              route
                  .path(entry.pattern().getPatternString())
                  .metadata(SERVICE, entry.service())
                  .metadata(FOR_ANYBODY, entry.forAnybody())
                  .uri(services.of(entry.service())));
    }
    return routes.build();
  }

  /** The service a path belongs to; empty when nothing outside may reach it. */
  public static Optional<Service> serviceOf(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return ROUTES.stream()
        .filter(entry -> entry.pattern().matches(parsed))
        .map(Entry::service)
        .findFirst();
  }

  /** The service chosen for this request; only for exchanges the gateway has routed. */
  public static Service serviceOf(ServerWebExchange exchange) {
    Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return (Service) Objects.requireNonNull(route.getMetadata().get(SERVICE));
  }

  /**
   * Whether machines, players and viewers come here without a credential, because the address
   * itself is signed and the service checks that, or because the service tells only what anybody
   * may know; only for exchanges the gateway has routed.
   */
  public static boolean isForAnybody(ServerWebExchange exchange) {
    Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
    return Boolean.TRUE.equals(route.getMetadata().get(FOR_ANYBODY));
  }

  private static Entry entry(String pattern, Service service) {
    return new Entry(PathPatternParser.defaultInstance.parse(pattern), service, false);
  }

  private static Entry forAnybody(String pattern, Service service) {
    return new Entry(PathPatternParser.defaultInstance.parse(pattern), service, true);
  }

  private record Entry(PathPattern pattern, Service service, boolean forAnybody) {}
}
