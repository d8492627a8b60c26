package onair.gateway.docs;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onair.gateway.door.Site;
import onair.gateway.route.RouteTable;
import onair.gateway.route.Service;
import onair.gateway.route.ServiceClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The description of the whole API. Each service is asked for its part when somebody wants to read
 * it, and its answer is kept for a minute; one that does not answer is named as missing and asked
 * again a few seconds later.
 */
final class ApiDescription {
  private static final Logger LOG = LoggerFactory.getLogger(ApiDescription.class);
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration MISSING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final JsonNode own;
  private final Site site;
  private final ServiceClients services;
  private final AsyncCache<Service, Optional<JsonNode>> parts;

  ApiDescription(JsonNode own, Site site, ServiceClients services, Ticker ticker) {
    this.own = own;
    this.site = site;
    this.services = services;
    this.parts =
        Caffeine.newBuilder()
            .ticker(ticker)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.<Service, Optional<JsonNode>>creating(
                    (service, part) -> part.isPresent() ? FRESH : MISSING))
            .buildAsync();
  }

  /** The merged document; never fails, at worst every service is missing. */
  Mono<JsonNode> document() {
    return Flux.fromIterable(Arrays.asList(Service.values()))
        .flatMapSequential(service -> partOf(service).map(part -> new Part(service, part)))
        .collectList()
        .map(this::merge);
  }

  private JsonNode merge(List<Part> all) {
    var merge = new ApiMerge(own, site.configured().map(URI::toString).orElse("/"));
    for (Part part : all) {
      part.document()
          .ifPresentOrElse(
              document ->
                  merge.add(
                      part.service(),
                      document,
                      path ->
                          RouteTable.serviceOf(path).filter(part.service()::equals).isPresent()),
              () -> merge.addMissing(part.service()));
    }
    return merge.result();
  }

  private Mono<Optional<JsonNode>> partOf(Service service) {
    return Mono.fromFuture(
        () -> parts.get(service, (asked, executor) -> fetch(asked).toFuture()), true);
  }

  private Mono<Optional<JsonNode>> fetch(Service service) {
    return services
        .to(service)
        .get()
        .uri("/v3/api-docs")
        .retrieve()
        .bodyToMono(JsonNode.class)
        .filter(JsonNode::isObject)
        .timeout(PATIENCE)
        .map(Optional::of)
        .doOnError(
            e -> LOG.warn("{} does not describe itself: {}", service.audience(), e.toString()))
        .onErrorReturn(Optional.empty())
        .defaultIfEmpty(Optional.empty());
  }

  private record Part(Service service, Optional<JsonNode> document) {}
}
