package onair.awslocal.model;

import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * How a call ended, as models say it beforehand.
 *
 * @param code {@code ok}, or the simple name of the exception, such as {@code ConflictException}
 */
public record Answer(String code) {

  /** The call has an answer. */
  public static final Answer OK = new Answer("ok");

  /** The call is refused with this. */
  public static Answer refused(Class<? extends AwsServiceException> how) {
    return new Answer(how.getSimpleName());
  }

  /** Makes the call. Whatever is not an error of the service's own is thrown. */
  public static Answer to(Runnable call) {
    try {
      call.run();
      return OK;
    } catch (AwsServiceException e) {
      return refused(e.getClass());
    }
  }

  public boolean isOk() {
    return equals(OK);
  }

  @Override
  public String toString() {
    return code;
  }
}
