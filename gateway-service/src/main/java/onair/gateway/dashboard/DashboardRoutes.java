package onair.gateway.dashboard;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.Set;
import onair.gateway.door.BrowserRules;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Serves the dashboard at {@code /}, compressed for who takes that. Files under {@code /assets}
 * carry a hash of their content in their name and may be kept for ever; any other address a browser
 * navigates to, and that is nobody else's, gets the page, which finds its way by itself. Under
 * {@code /embed} it is another one, with a player and nothing else, which any page may have in a
 * frame.
 */
final class DashboardRoutes {
  private static final Resource PAGE = new ClassPathResource("dashboard/index.html");
  private static final Resource PLAYER = new ClassPathResource("dashboard/embed.html");
  private static final Set<String> NOT_PAGES =
      Set.of("v1", "playback", "internal", "actuator", "session", "docs", "openapi.json", "assets");
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.resources(
            "/assets/**",
            new ClassPathResource("dashboard/assets/"),
            (file, headers) -> {
              headers.setCacheControl(FOR_EVER);
              headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            })
        .and(route(methods(GET, HEAD).and(path("/favicon.svg")), request -> icon()))
        .and(route(methods(GET, HEAD).and(path("/embed/**")).and(navigation()), this::player))
        .and(route(methods(GET, HEAD).and(path("/**")).and(navigation()), request -> page(PAGE)));
  }

  private Mono<ServerResponse> player(ServerRequest request) {
    BrowserRules.allowFrames(request.exchange());
    return page(PLAYER);
  }

  private static Mono<ServerResponse> page(Resource page) {
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
        .cacheControl(CacheControl.noCache())
        .varyBy(HttpHeaders.ACCEPT_ENCODING)
        .bodyValue(page);
  }

  private static Mono<ServerResponse> icon() {
    return ServerResponse.ok()
        .contentType(MediaType.parseMediaType("image/svg+xml"))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
        .bodyValue(new ClassPathResource("dashboard/favicon.svg"));
  }

  private static RequestPredicate navigation() {
    return request -> isPage(request.path()) && wantsHtml(request);
  }

  /** A browser asks for {@code text/html} by name; {@code *}{@code /*} alone is no navigation. */
  private static boolean wantsHtml(ServerRequest request) {
    return request.headers().accept().stream()
        .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
  }

  static boolean isPage(String path) {
    String first = path.substring(1).split("/", 2)[0];
    String last = path.substring(path.lastIndexOf('/') + 1);
    return !NOT_PAGES.contains(first) && !last.contains(".");
  }
}
