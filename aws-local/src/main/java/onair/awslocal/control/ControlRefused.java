package onair.awslocal.control;

/** An endpoint cannot do what was asked; the caller gets {@code {"code", "message"}}. */
public final class ControlRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status HTTP status from 400 to 599
   * @param code for programs, such as {@code NotFound}
   * @param message for people: what is wrong
   */
  public ControlRefused(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** 400: the request itself is wrong. */
  public static ControlRefused invalid(String message) {
    return new ControlRefused(400, "InvalidRequest", message);
  }

  /** 404: what it is about is not there. */
  public static ControlRefused notFound(String message) {
    return new ControlRefused(404, "NotFound", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
