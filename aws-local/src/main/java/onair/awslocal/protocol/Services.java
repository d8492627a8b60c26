package onair.awslocal.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.signature.Signature;

/**
 * All services by signing name. Each is loaded when first needed, so that starting takes no time.
 */
final class Services {

  private final Map<String, Backend> backends = new LinkedHashMap<>();
  private final Map<String, Service> loaded = new ConcurrentHashMap<>();

  Services(List<Backend> backends) {
    for (Backend backend : backends) {
      if (!ServiceModel.isKnown(backend.signingName())) {
        throw new IllegalArgumentException("No API model for " + backend.signingName());
      }
      if (this.backends.put(backend.signingName(), backend) != null) {
        throw new IllegalArgumentException("Two backends for " + backend.signingName());
      }
    }
  }

  /** Loads everything that is not loaded yet. */
  void warmUp() {
    backends.values().forEach(this::get);
  }

  Set<String> names() {
    return Set.copyOf(backends.keySet());
  }

  /** The service of that signing name, which there is. */
  Service get(String signingName) {
    return get(Objects.requireNonNull(backends.get(signingName), signingName));
  }

  /**
   * The service a request is for: by its signature's scope, else by its target, else by its action,
   * else by its path.
   */
  Optional<Service> find(WireRequest request, Optional<Signature> signature) {
    Optional<Backend> named = signature.map(Signature::service).map(backends::get);
    return named
        .map(this::get)
        .or(() -> byTarget(request))
        .or(() -> byAction(request))
        .or(() -> byPath(request))
        .map(service -> service.speaking(request));
  }

  private Optional<Service> byTarget(WireRequest request) {
    String target = request.header(AwsJson.TARGET);
    return target == null
        ? Optional.empty()
        : all()
            .filter(service -> service.model().protocol().equals("json"))
            .filter(service -> target.startsWith(service.model().targetPrefix() + "."))
            .findFirst();
  }

  private Optional<Service> byAction(WireRequest request) {
    return all()
        .filter(service -> service.protocol() instanceof AwsQuery query && query.knows(request))
        .findFirst();
  }

  private Optional<Service> byPath(WireRequest request) {
    return all().filter(service -> hasRoute(service, request)).findFirst();
  }

  private static boolean hasRoute(Service service, WireRequest request) {
    return switch (service.protocol()) {
      case RestJson rest -> rest.routes().lookUp(request) != null;
      case RestXml rest -> rest.routes().lookUp(request) != null;
      case AwsJson json -> false;
      case AwsQuery query -> false;
      case RpcV2Cbor cbor -> false;
    };
  }

  private java.util.stream.Stream<Service> all() {
    return backends.values().stream().map(this::get);
  }

  private Service get(Backend backend) {
    return loaded.computeIfAbsent(backend.signingName(), any -> Service.load(backend));
  }
}
