package onair.awslocal.speke;

/** A key server did not give the keys. The message says why in words for people. */
public final class KeysRefused extends Exception {

  private static final long serialVersionUID = 1L;

  KeysRefused(String message) {
    super(message);
  }

  KeysRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
