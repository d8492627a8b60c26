package onair.test.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A request for each operation that works for who may: a resource that is there, a good body. */
final class AccessRequests {

  private final KnownResources known;
  private final Values values;
  private final Map<String, Supplier<String>> resources = new LinkedHashMap<>();
  private final Map<String, Supplier<String>> places = new LinkedHashMap<>();
  private final Map<String, Supplier<String>> bodies = new LinkedHashMap<>();

  AccessRequests(DescribedApi api, KnownResources known) {
    this.known = known;
    this.values = new Values(api, known, new Random(1));
  }

  void resource(String template, Supplier<String> path) {
    resources.put(template, path);
  }

  void resourceFor(String operationId, Supplier<String> path) {
    places.put(operationId, path);
  }

  void body(String operationId, Supplier<String> json) {
    bodies.put(operationId, json);
  }

  /** A request that works for who may. */
  Sent of(DescribedOperation operation) throws Missing {
    String path = path(operation);
    var headers = new LinkedHashMap<String, String>();
    byte[] body = new byte[0];
    if (operation.bodySchema().isPresent()) {
      headers.put("Content-Type", "application/json");
      body = body(operation).getBytes(UTF_8);
    }
    if (operation.takes("header", "Idempotency-Key")) {
      headers.put("Idempotency-Key", operation.id());
    }
    return new Sent(operation.method(), path, headers, body, true);
  }

  private String path(DescribedOperation operation) throws Missing {
    String template = operation.template();
    if (!template.contains("{}")) {
      return template;
    }
    int end = template.lastIndexOf("{}") + 2;
    String kind = template.substring(0, end);
    Supplier<String> place = places.getOrDefault(operation.id(), resources.get(kind));
    if (place == null) {
      throw new Missing("has no resource to be tried on: say resource(\"" + kind + "\", …)");
    }
    String path = place.get();
    known.add(kind, path);
    return path + template.substring(end);
  }

  private String body(DescribedOperation operation) throws Missing {
    Supplier<String> own = bodies.get(operation.id());
    if (own != null) {
      return own.get();
    }
    JsonNode example =
        operation
            .bodyExample()
            .orElseThrow(() -> new Missing("has no body to be tried with: say body(\"…\", …)"));
    return values.aboutWhatIsThere(example).toString();
  }

  /** An operation without what it needs. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing(String what) {
      super(what);
    }
  }
}
