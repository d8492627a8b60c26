package onair.test.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import onair.test.api.KnownResources.Filled;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes up requests for an operation: some as described, some a little or much different. */
final class Requests {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String BODY_TYPE = "application/json";
  private static final List<String> VERSIONS =
      List.of("\"1\"", "*", "W/\"1\"", "\"nonsense\"", "1", "\"", "\"99999999999999999999\"");
  private static final List<String> UNKNOWN_QUERIES =
      List.of(
          "unknown=1", "metadata%5Bcrew%5D=a", "metadata.crew=%00", "dry_run=maybe", "%ff=1", "=");

  private final KnownResources known;
  private final Random random;
  private final Values values;
  private final Mutations mutations;

  Requests(DescribedApi api, KnownResources known, Random random) {
    this.known = known;
    this.random = random;
    this.values = new Values(api, known, random);
    this.mutations = new Mutations(values, random);
  }

  /** Every part as described, about something that is there if anything is. */
  Sent proper(DescribedOperation operation) {
    return made(operation, true);
  }

  /** Each part either as described or not. */
  Sent any(DescribedOperation operation) {
    return made(operation, random.nextInt(3) == 0);
  }

  private Sent made(DescribedOperation operation, boolean proper) {
    var headers = new LinkedHashMap<String, String>();
    byte[] body = new byte[0];
    boolean isProper = proper;
    if (operation.bodySchema().isPresent()) {
      JsonNode schema = operation.bodySchema().get();
      JsonNode good = good(operation, schema);
      body = proper || random.nextInt(3) == 0 ? Mutations.bytes(good) : mutations.of(good);
      isProper = proper && isTrue(operation, body);
      headers.put("Content-Type", proper || random.nextInt(12) != 0 ? BODY_TYPE : "text/plain");
    } else if (operation.method().equals("POST")) {
      headers.put("Content-Type", BODY_TYPE);
      body = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
    headers.putAll(headers(operation, proper));
    return new Sent(
        operation.method(),
        path(operation, proper) + query(operation, proper),
        headers,
        body,
        isProper);
  }

  /** The documented example, about what is there, or something made up. */
  private JsonNode good(DescribedOperation operation, JsonNode schema) {
    return operation
        .bodyExample()
        .filter(example -> random.nextInt(2) == 0)
        .map(values::aboutWhatIsThere)
        .orElseGet(() -> values.of(schema, ""));
  }

  /** Whether a body is what the operation says it takes. */
  static boolean isTrue(DescribedOperation operation, byte[] body) {
    if (operation.bodySchema().isEmpty()) {
      return true;
    }
    try {
      return operation
          .api()
          .faultsOfSent(operation.bodySchema().get(), JSON.readTree(body))
          .isEmpty();
    } catch (JacksonException noJson) {
      return false;
    }
  }

  private Map<String, String> headers(DescribedOperation operation, boolean proper) {
    var headers = new LinkedHashMap<String, String>();
    if (operation.takes("header", "Idempotency-Key")) {
      if (proper || random.nextInt(3) != 0) {
        headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
      } else if (random.nextInt(2) == 0) {
        headers.put("Idempotency-Key", random.nextInt(2) == 0 ? "x".repeat(256) : "again");
      }
    }
    if (!proper && operation.takes("header", "If-Match") && random.nextInt(2) == 0) {
      headers.put("If-Match", VERSIONS.get(random.nextInt(VERSIONS.size())));
    }
    if (!proper && random.nextInt(15) == 0) {
      headers.put("Accept", random.nextInt(2) == 0 ? "text/html" : "nonsense");
    }
    return headers;
  }

  private String path(DescribedOperation operation, boolean proper) {
    Filled filled = new Filled("", operation.template());
    if (proper || random.nextInt(4) != 0) {
      filled = known.fill(operation.template(), random).orElse(filled);
    }
    String rest = filled.rest();
    while (rest.contains("{}")) {
      String segment =
          proper || random.nextInt(3) == 0 ? unknownId() : Texts.encoded(Texts.odd(random));
      rest =
          rest.substring(0, rest.indexOf("{}"))
              + (segment.isEmpty() ? "-" : segment)
              + rest.substring(rest.indexOf("{}") + 2);
    }
    return filled.path() + rest;
  }

  private String unknownId() {
    return random
        .ints(26, 0, 32)
        .mapToObj(digit -> "0123456789abcdefghjkmnpqrstvwxyz".substring(digit, digit + 1))
        .collect(Collectors.joining("", "ch_", ""));
  }

  private String query(DescribedOperation operation, boolean proper) {
    var parts = new java.util.ArrayList<String>();
    for (JsonNode parameter : operation.parametersIn("query")) {
      boolean required = parameter.path("required").asBoolean(false);
      if (required || random.nextInt(3) == 0) {
        parts.add(one(parameter, proper || random.nextInt(2) == 0));
      }
    }
    if (!proper && random.nextInt(6) == 0) {
      parts.add(UNKNOWN_QUERIES.get(random.nextInt(UNKNOWN_QUERIES.size())));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String one(JsonNode parameter, boolean proper) {
    String name = parameter.path("name").asString();
    if (!proper) {
      return Texts.encoded(name) + "=" + Texts.encoded(Texts.odd(random));
    }
    JsonNode value =
        parameter.has("example")
            ? parameter.path("example")
            : values.of(parameter.path("schema"), name);
    return Texts.encoded(name) + "=" + Texts.encoded(value.asString(value.toString()));
  }
}
