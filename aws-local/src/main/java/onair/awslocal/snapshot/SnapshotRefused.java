package onair.awslocal.snapshot;

/** What was asked of a snapshot cannot be done; nothing has changed. */
public final class SnapshotRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No snapshot can have that name. */
    BAD_NAME,
    /** There is none of that name. */
    NOT_FOUND,
    /** There is one of that name already. */
    EXISTS
  }

  private final Reason reason;

  SnapshotRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
