package onair.launcher;

/**
 * Something the person at the keyboard can mend; the message says what and how, and is shown
 * without a stack trace.
 */
public final class LauncherException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do, one or two sentences
   */
  public LauncherException(String message) {
    super(message);
  }

  LauncherException(String message, Throwable cause) {
    super(message, cause);
  }
}
