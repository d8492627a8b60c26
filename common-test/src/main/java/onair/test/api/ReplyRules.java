package onair.test.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.test.TestApi.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What every reply of ours keeps to: never a failure of the server, a status and a content type
 * that were announced, a body true to its schema with nothing in it that is not described, and each
 * refusal a problem (RFC 9457) with a stable code.
 */
public final class ReplyRules {

  private static final String PROBLEM = "application/problem+json";

  private ReplyRules() {}

  /** Which rules a reply of the operation breaks; empty when none. */
  public static List<String> broken(DescribedOperation operation, Reply reply) {
    var faults = new ArrayList<String>(brokenByAny(reply));
    int status = reply.status();
    if (!operation.statuses().contains(status) && status < 500) {
      faults.add("answers %d, which it does not announce".formatted(status));
    } else if (status < 500) {
      faults.addAll(brokenContent(operation, reply));
    }
    return faults;
  }

  /** Which rules a reply breaks that hold for any address, described or not. */
  public static List<String> brokenByAny(Reply reply) {
    var faults = new ArrayList<String>();
    int status = reply.status();
    if (status >= 500) {
      faults.add("fails with " + status);
    }
    if (status >= 400) {
      faults.addAll(brokenProblem(reply));
    }
    if (status == 401 && reply.header("WWW-Authenticate").isEmpty()) {
      faults.add("answers 401 without WWW-Authenticate");
    }
    if (status == 405 && reply.header("Allow").isEmpty()) {
      faults.add("answers 405 without Allow");
    }
    if ((status == 429 || status == 503) && reply.header("Retry-After").isEmpty()) {
      faults.add("answers " + status + " without Retry-After");
    }
    return faults;
  }

  private static List<String> brokenContent(DescribedOperation operation, Reply reply) {
    JsonNode content = operation.reply(reply.status()).path("content");
    String type = type(reply);
    if (content.isEmpty()) {
      return reply.bytes().length == 0
          ? List.of()
          : List.of("answers %d with a body, which it does not announce".formatted(reply.status()));
    }
    if (!content.has(type)) {
      return List.of(
          "answers %d as '%s', and announces %s"
              .formatted(reply.status(), type, content.propertyNames()));
    }
    return type.endsWith("json") ? brokenJson(operation, content.path(type), reply) : List.of();
  }

  private static List<String> brokenJson(
      DescribedOperation operation, JsonNode media, Reply reply) {
    Optional<JsonNode> body = json(reply);
    if (body.isEmpty()) {
      return List.of("answers " + reply.status() + " with what is no JSON");
    }
    JsonNode schema = media.path("schema");
    if (!schema.isObject()) {
      return List.of("announces " + reply.status() + " without a schema");
    }
    List<String> faults = operation.api().faultsOfTold(schema, body.get());
    return faults.isEmpty()
        ? List.of()
        : List.of("answers %d untrue to its schema: %s".formatted(reply.status(), faults));
  }

  private static List<String> brokenProblem(Reply reply) {
    if (!type(reply).equals(PROBLEM)) {
      return List.of(
          "answers %d as '%s' and not as a problem".formatted(reply.status(), type(reply)));
    }
    JsonNode problem = json(reply).orElse(null);
    if (problem == null) {
      return List.of("tells a problem that is no JSON");
    }
    var faults = new ArrayList<String>();
    if (problem.path("status").asInt(0) != reply.status()) {
      faults.add("tells a problem of status " + problem.path("status"));
    }
    if (!problem.path("code").asString("").matches("[a-z][a-z0-9_]*")) {
      faults.add("tells a problem without a code");
    }
    if (problem.path("request_id").asString("").isEmpty()) {
      faults.add("tells a problem without a request id");
    }
    return faults;
  }

  private static Optional<JsonNode> json(Reply reply) {
    try {
      return Optional.of(reply.json());
    } catch (JacksonException none) {
      return Optional.empty();
    }
  }

  private static String type(Reply reply) {
    return reply.header("Content-Type").orElse("").split(";", 2)[0].strip();
  }
}
