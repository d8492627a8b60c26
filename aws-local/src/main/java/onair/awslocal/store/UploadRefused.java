package onair.awslocal.store;

/** A multipart upload cannot be completed as asked; the upload stays as it was. */
public final class UploadRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NO_SUCH_UPLOAD,
    /** A part that was never uploaded, or whose ETag is another. */
    INVALID_PART,
    /** Numbers do not ascend. */
    INVALID_PART_ORDER,
    /** A part other than the last is smaller than 5 MiB. */
    ENTITY_TOO_SMALL
  }

  private final Reason reason;

  UploadRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
