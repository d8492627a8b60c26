package onair.common.outgoing;

/**
 * An address we do not call. Nothing was connected to; another try ends the same way until the
 * address, or what its name resolves to, has changed.
 */
public final class TargetRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  TargetRefused(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** A sentence for the user; names no address the name resolved to. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** What is wrong with the target. */
  public enum Reason {
    /** Not an absolute address with a host we can read in one way only. */
    MALFORMED,
    /** Neither https nor, where that is configured, http. */
    SCHEME,
    /** A user or password before the host. */
    USER_INFO,
    /** A port that is not configured. */
    PORT,
    /** The host is, or resolves to, an address outside the public internet. */
    NETWORK,
    /** The answer led on to another host, scheme or port. */
    REDIRECT
  }
}
