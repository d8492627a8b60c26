package onair.awslocal.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All routes of a REST service. */
final class RestRoutes {

  private final Map<String, List<Route>> byMethod;

  RestRoutes(Collection<Operation> operations) {
    this.byMethod =
        operations.stream()
            .map(RestRoutes::route)
            .sorted(Route.MOST_SPECIFIC_FIRST)
            .collect(Collectors.groupingBy(Route::method));
  }

  private static Route route(Operation operation) {
    return Route.of(operation.httpMethod(), operation.uri(), operation);
  }

  /** Throws {@link Refusal} when nothing is there. */
  WireProtocol.Call find(WireRequest request) {
    WireProtocol.Call call = lookUp(request);
    if (call == null) {
      throw new Refusal(
          Refusal.Kind.UNKNOWN_OPERATION,
          "There is no operation at " + request.method() + " " + request.path());
    }
    return call;
  }

  WireProtocol.@Nullable Call lookUp(WireRequest request) {
    List<String> path = WirePath.segments(request.path());
    for (Route route : byMethod.getOrDefault(request.method(), List.of())) {
      Map<String, String> labels = route.match(path, request.query());
      if (labels != null) {
        return new WireProtocol.Call(route.operation(), labels);
      }
    }
    return null;
  }

  /** For tests. */
  List<Route> all() {
    return byMethod.values().stream().flatMap(List::stream).toList();
  }
}
