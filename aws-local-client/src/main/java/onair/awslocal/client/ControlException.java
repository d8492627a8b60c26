package onair.awslocal.client;

/** {@code aws-local} will not do what was asked, and says why. */
public final class ControlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ControlException(int status, String code, String message) {
    super("%s (%d): %s".formatted(code, status, message));
    this.status = status;
    this.code = code;
  }

  /** HTTP status, from 400 to 599. */
  public int status() {
    return status;
  }

  /** What is wrong, for programs, such as {@code NotFound}. */
  public String code() {
    return code;
  }
}
