package onair.awslocal.mediatailor.http;

/** A server gave no usable answer. The message says what happened, without the address. */
public final class FetchFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Not complete in time. */
    TIMEOUT,
    /** Longer than is taken. */
    TOO_LARGE,
    /** A status other than 200. */
    STATUS,
    /** No connection, or a broken one. */
    UNREACHABLE,
    /** The address is none. */
    ADDRESS
  }

  private final Reason reason;
  private final int status;

  FetchFailed(Reason reason, int status, String message) {
    super(message);
    this.reason = reason;
    this.status = status;
  }

  public Reason reason() {
    return reason;
  }

  /** Of the answer; 0 without one. */
  public int status() {
    return status;
  }
}
