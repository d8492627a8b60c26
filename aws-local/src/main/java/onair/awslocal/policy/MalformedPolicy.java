package onair.awslocal.policy;

/**
 * The document is no policy we can decide by; the message says what is wrong and where. Also thrown
 * for parts of the IAM language we do not evaluate, so that a stored policy is always obeyed whole.
 */
public final class MalformedPolicy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedPolicy(String message) {
    super(message);
  }

  MalformedPolicy(String message, Throwable cause) {
    super(message, cause);
  }
}
