package onair.common.outgoing;

/** The target is one we may call, but no whole answer came from it. Another try may succeed. */
public final class OutgoingFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  OutgoingFailed(Reason reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A sentence for the user; names no address the name resolved to. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** How far it came. */
  public enum Reason {
    /** The name has no address. */
    UNKNOWN_HOST,
    /** Nobody took the connection. */
    UNREACHABLE,
    /**
     * The other side has no certificate for its name that we trust, or speaks no TLS 1.2 or 1.3.
     */
    TLS,
    /** The time was over. */
    TIMEOUT,
    /** The connection broke, or what came was not HTTP or had too large a head. */
    BROKEN
  }
}
