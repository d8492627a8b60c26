package onair.common.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways in which operations fail, with an example of each. */
enum Failure {
  BAD_REQUEST("400", "malformed_json", "The body is not valid JSON"),
  UNAUTHORIZED("401", "unauthorized", "Sign in or send an API key"),
  FORBIDDEN("403", "scope_missing", "This needs a scope you do not have"),
  NOT_FOUND("404", "not_found", "There is nothing at this address"),
  NOT_ACCEPTABLE("406", "not_acceptable", "No accepted content type can be produced"),
  CONFLICT(
      "409", "idempotency_in_progress", "A request with this Idempotency-Key is still running"),
  PRECONDITION_FAILED("412", "precondition_failed", "The resource has changed"),
  BODY_TOO_LARGE("413", "body_too_large", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE("415", "unsupported_media_type", "Send the body as application/json"),
  UNPROCESSABLE("422", "validation_failed", "Some fields are not acceptable"),
  TOO_MANY_REQUESTS("429", "rate_limited", "Too many requests"),
  UNAVAILABLE("503", "service_unavailable", "The service behind this address is not available"),
  SERVER_FAILURE("5XX", "internal_error", "Something went wrong on our side");

  private static final Pattern CODE_AND_TITLE =
      Pattern.compile("`([a-z_]+)`:? ([^;]+).*", Pattern.DOTALL);

  private final String status;
  private final String code;
  private final String title;

  Failure(String status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  String status() {
    return status;
  }

  /** Name of the component that describes it. */
  String component() {
    return Arrays.stream(name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  ApiResponse reply() {
    ApiResponse reply =
        new ApiResponse().description(title).content(FailureReplies.problem(example()));
    switch (this) {
      case UNAUTHORIZED -> reply.addHeaderObject("WWW-Authenticate", text("How to say who calls."));
      case TOO_MANY_REQUESTS -> reply.addHeaderObject("Retry-After", seconds());
      case UNAVAILABLE -> reply.addHeaderObject("Retry-After", seconds());
      default -> {}
    }
    return reply;
  }

  /** The first way to fail with a status. */
  static Optional<Failure> of(String status) {
    return Arrays.stream(values()).filter(one -> one.status.equals(status)).findFirst();
  }

  /**
   * @param description of the failure of one operation, led by its code: {@code `asset_in_use` A
   *     creative is made of it}
   */
  ObjectNode example(@Nullable String description) {
    return withOwn(example(), description);
  }

  /** Of a status that only this operation fails with. */
  static ObjectNode example(String status, @Nullable String description) {
    return withOwn(example(status, "failed", "It cannot be done", false), description);
  }

  private static ObjectNode withOwn(ObjectNode example, @Nullable String description) {
    Matcher own = CODE_AND_TITLE.matcher(description == null ? "" : description);
    if (own.matches()) {
      example
          .put("type", "urn:onair:problem:" + own.group(1))
          .put("title", own.group(2))
          .put("code", own.group(1));
    }
    return example;
  }

  private ObjectNode example() {
    boolean retryable = this == TOO_MANY_REQUESTS || this == UNAVAILABLE;
    ObjectNode example = example(this == SERVER_FAILURE ? "500" : status, code, title, retryable);
    if (this == UNPROCESSABLE) {
      example
          .putArray("violations")
          .addObject()
          .put("field", "name")
          .put("code", "required")
          .put("detail", "must not be blank");
    }
    return example;
  }

  private static ObjectNode example(String status, String code, String title, boolean retryable) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "urn:onair:problem:" + code)
        .put("title", title)
        .put("status", Integer.parseInt(status))
        .put("instance", "/v1/channels")
        .put("code", code)
        .put("request_id", "req_06d4x8k2m1v7r9t3w5y8z0a2bc")
        .put("retryable", retryable);
  }

  private static Header seconds() {
    return new Header()
        .description("Seconds to wait before trying again.")
        .schema(new IntegerSchema());
  }

  private static Header text(String description) {
    return new Header().description(description).schema(new StringSchema());
  }
}
