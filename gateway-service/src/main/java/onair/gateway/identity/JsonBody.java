package onair.gateway.identity;

import java.util.List;
import java.util.function.Function;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The small bodies of the door itself: objects of texts. */
final class JsonBody {
  private static final int LONGEST = 1000;

  private JsonBody() {}

  /** Reads the body of a request; 400 {@code malformed_json} when it is none. */
  static <T> Mono<T> of(ServerRequest request, JsonMapper json, Function<JsonNode, T> type) {
    return request
        .bodyToMono(byte[].class)
        .defaultIfEmpty(new byte[0])
        .map(bytes -> type.apply(read(bytes, json)));
  }

  private static JsonNode read(byte[] body, JsonMapper json) {
    try {
      return json.readTree(body);
    } catch (JacksonException e) {
      throw Problems.malformedJson("It could not be read.").causedBy(e);
    }
  }

  /**
   * Checks that this is an object with these fields, and no others but the optional ones.
   *
   * @throws Problem 422 {@code validation_failed} with every violation
   */
  static void require(JsonNode body, List<String> needed, List<String> optional) {
    Problem problem = Problems.validationFailed();
    if (!body.isObject()) {
      problem.violation("", "wrong_type", "The body is an object.");
    }
    needed.forEach(field -> check(problem, body, field));
    optional.stream()
        .filter(field -> !body.path(field).isMissingNode() && !body.path(field).isNull())
        .forEach(field -> check(problem, body, field));
    for (String name : body.propertyNames()) {
      if (!needed.contains(name) && !optional.contains(name)) {
        problem.violation(name, "unknown_field", "There is no such field.");
      }
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
  }

  private static void check(Problem problem, JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      problem.violation(field, "required", "This field is required.");
    } else if (!value.isString()) {
      problem.violation(field, "wrong_type", "This field is a text.");
    } else if (value.stringValue().isBlank() || value.stringValue().length() > LONGEST) {
      problem.violation(field, "size", "This field has 1 to " + LONGEST + " characters.");
    }
  }
}
