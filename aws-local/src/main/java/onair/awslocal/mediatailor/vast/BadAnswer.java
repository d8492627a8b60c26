package onair.awslocal.mediatailor.vast;

/** An ad decision server gave an answer nobody can use. */
public final class BadAnswer extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why, each counted on its own. */
  public enum Reason {
    TIMEOUT,
    TOO_LARGE,
    STATUS,
    UNREACHABLE,
    MALFORMED,
    WRAPPER_LOOP,
    TOO_MANY_WRAPPERS
  }

  private final Reason reason;

  BadAnswer(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
