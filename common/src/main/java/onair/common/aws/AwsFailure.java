package onair.common.aws;

/**
 * What a failed AWS call means for us. Each but {@link #UNAVAILABLE} is a definite answer: the call
 * had no effect.
 */
public enum AwsFailure {
  /** What the call is about is not there. */
  NOT_FOUND,
  /**
   * It clashes with what is there: exists already, is in use, is in a state that does not allow it.
   */
  CONFLICT,
  /** Too many calls for now; the same call works later. */
  THROTTLED,
  /** A limit of the account is reached; somebody must free something or raise it. */
  QUOTA,
  /** Our credentials or roles do not allow it. */
  DENIED,
  /** The request itself is wrong; the same request never works. */
  INVALID,
  /** No answer, or a server error. The effect may have happened. */
  UNAVAILABLE
}
