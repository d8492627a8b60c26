package onair.common.problem;

/** The problems any service can have, so that each has one code, one status and one title. */
public final class Problems {

  private Problems() {}

  /** Some fields are wrong; add a {@link Violation} for each. */
  public static Problem validationFailed() {
    return Problem.of(422, "validation_failed", "Some fields are not acceptable");
  }

  /** The body is not JSON at all. */
  public static Problem malformedJson(String detail) {
    return Problem.of(400, "malformed_json", "The body is not valid JSON").detail(detail);
  }

  /** A body is needed and none came. */
  public static Problem bodyRequired() {
    return Problem.of(400, "body_required", "The request needs a JSON body");
  }

  /** More bytes than we read. */
  public static Problem bodyTooLarge(long limit) {
    return Problem.of(413, "body_too_large", "The body is too large")
        .detail("At most " + limit + " bytes are read.")
        .with("limit_bytes", limit);
  }

  /** Nothing the caller may see is there; also for another organization's things. */
  public static Problem notFound(String what, String id) {
    return Problem.of(404, "not_found", "No such " + what)
        .detail("There is no " + what + " " + id + " here.");
  }

  /** No token, or one that is not accepted. The reason is told in general words only. */
  public static Problem unauthorized(String detail) {
    return Problem.of(401, "unauthorized", "Sign in or send an API key")
        .detail(detail)
        .header("WWW-Authenticate", "Bearer");
  }

  /** The caller is known but may not do this. */
  public static Problem scopeMissing(String scope) {
    return Problem.of(403, "scope_missing", "This needs a scope you do not have")
        .detail("Use a key that has the scope " + scope + ".")
        .with("scope", scope);
  }

  static Problem forbidden() {
    return Problem.of(403, "forbidden", "This is not allowed");
  }

  static Problem internal() {
    return Problem.of(500, "internal_error", "Something went wrong on our side")
        .detail("Quote the request id when you tell us about it.");
  }

  static Problem byStatus(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad_request", "The request cannot be understood");
      case 401 -> unauthorized("The request carries no token that is accepted here.");
      case 403 -> forbidden();
      case 404 -> Problem.of(404, "not_found", "There is nothing at this address");
      case 405 -> Problem.of(405, "method_not_allowed", "This address does not take this method");
      case 406 -> Problem.of(406, "not_acceptable", "No accepted content type can be produced");
      case 413 -> Problem.of(413, "body_too_large", "The body is too large");
      case 414 -> Problem.of(414, "address_too_long", "The address is too long");
      case 415 -> Problem.of(415, "unsupported_media_type", "Send the body as application/json");
      case 503 -> Problem.of(503, "unavailable", "The service cannot answer now");
      default ->
          status < 500
              ? Problem.of(status, "bad_request", "The request cannot be served")
              : internal();
    };
  }
}
