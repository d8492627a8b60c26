package onair.awslocal.control;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/** The endpoints there are, by method and path. */
final class Routes {

  /** An endpoint and what its path's names stand for. */
  record Match(Endpoint endpoint, Map<String, String> names) {}

  private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

  /** One of the same method and path is replaced. */
  synchronized void add(Endpoint endpoint) {
    endpoints.removeIf(
        other -> other.method().equals(endpoint.method()) && other.path().equals(endpoint.path()));
    endpoints.add(endpoint);
  }

  List<Endpoint> sorted() {
    return endpoints.stream()
        .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
        .toList();
  }

  /**
   * The endpoint of a path below the door's; a plain segment goes before a name.
   *
   * @throws ControlRefused when there is none, or only with other methods
   */
  Match find(String method, String path) {
    List<Match> byPath =
        endpoints.stream()
            .sorted(Comparator.comparing(endpoint -> endpoint.path().contains("{")))
            .flatMap(endpoint -> match(endpoint, path).stream())
            .toList();
    if (byPath.isEmpty()) {
      throw ControlRefused.notFound(
          "There is no %s%s; GET %s lists what there is"
              .formatted(ControlDoor.PATH, path, ControlDoor.PATH));
    }
    return byPath.stream()
        .filter(match -> match.endpoint().method().equals(method))
        .findFirst()
        .orElseThrow(
            () ->
                new ControlRefused(
                    405,
                    "MethodNotAllowed",
                    "%s%s takes %s"
                        .formatted(
                            ControlDoor.PATH,
                            path,
                            String.join(
                                ", ", byPath.stream().map(m -> m.endpoint().method()).toList()))));
  }

  private static Optional<Match> match(Endpoint endpoint, String path) {
    String[] pattern = endpoint.path().split("/", -1);
    String[] asked = path.split("/", -1);
    if (pattern.length != asked.length) {
      return Optional.empty();
    }
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < pattern.length; i++) {
      String name = name(pattern[i]);
      if (name == null ? !pattern[i].equals(asked[i]) : asked[i].isEmpty()) {
        return Optional.empty();
      }
      if (name != null) {
        names.put(name, decoded(asked[i]));
      }
    }
    return Optional.of(new Match(endpoint, names));
  }

  private static @Nullable String name(String segment) {
    return segment.startsWith("{") ? segment.substring(1, segment.length() - 1) : null;
  }

  private static String decoded(String segment) {
    try {
      return URIUtil.decodePath(segment);
    } catch (IllegalArgumentException e) {
      throw ControlRefused.invalid("The path is not encoded as paths are: " + segment);
    }
  }
}
