package onair.gateway.docs;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import java.util.Map;
import onair.gateway.door.Failures;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * {@code /openapi.json} and {@code /docs}: Swagger UI from its webjar, started by a script of ours
 * because the page runs nothing inline. Only the files named here are served.
 */
final class DocsRoutes {
  private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=utf-8");
  private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=utf-8");
  private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=utf-8");
  private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

  private final ApiDescription description;
  private final Map<String, File> files;

  /**
   * @param swaggerUi version of the webjar on the classpath
   */
  DocsRoutes(ApiDescription description, String swaggerUi) {
    String webjar = "META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/";
    this.description = description;
    this.files =
        Map.of(
            "swagger-ui.css", new File(webjar + "swagger-ui.css", STYLE),
            "swagger-ui-bundle.js", new File(webjar + "swagger-ui-bundle.js", SCRIPT),
            "favicon-32x32.png", new File(webjar + "favicon-32x32.png", MediaType.IMAGE_PNG),
            "start.js", new File("docs/start.js", SCRIPT),
            "page.css", new File("docs/page.css", STYLE));
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/openapi.json", this::document)
        .GET("/docs", request -> serve(new File("docs/index.html", PAGE), CacheControl.noCache()))
        .GET("/docs/{file}", this::file)
        .build();
  }

  private Mono<ServerResponse> document(ServerRequest request) {
    return description
        .document()
        .flatMap(
            document ->
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .cacheControl(CacheControl.noCache())
                    .bodyValue(document));
  }

  private Mono<ServerResponse> file(ServerRequest request) {
    File file = files.get(request.pathVariable("file"));
    return file == null ? Mono.error(Failures.noSuchAddress()) : serve(file, AN_HOUR);
  }

  private static Mono<ServerResponse> serve(File file, CacheControl cache) {
    Resource content = new ClassPathResource(file.path());
    return ServerResponse.ok().contentType(file.type()).cacheControl(cache).bodyValue(content);
  }

  private record File(String path, MediaType type) {}
}
