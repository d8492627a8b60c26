package onair.awslocal.protocol;

/**
 * The protocol layer cannot or will not pass a call to a backend. Each service words it in its own
 * way.
 */
final class Refusal extends RuntimeException {

  enum Kind {
    MALFORMED,
    INVALID,
    UNKNOWN_SERVICE,
    UNKNOWN_OPERATION,
    NOT_IMPLEMENTED,
    UNSUPPORTED_MEDIA_TYPE,
    TOO_LARGE
  }

  private final Kind kind;
  private final String message;

  Refusal(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
    this.message = message;
  }

  static Refusal malformed(String message) {
    return new Refusal(Kind.MALFORMED, message);
  }

  static Refusal tooLarge() {
    return new Refusal(Kind.TOO_LARGE, "A request body has at most 6 MiB.");
  }

  Kind kind() {
    return kind;
  }

  String message() {
    return message;
  }
}
