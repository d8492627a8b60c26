package onair.awslocal.protocol;

/**
 * An AWS API call that is about to be made.
 *
 * @param service signing name, such as {@code medialive}, {@code s3} or {@code events}
 * @param operation as AWS writes it, such as {@code CreateChannel}
 * @param context who calls
 * @param detach to be run before the caller's connection goes when the call is to go on after that:
 *     takes what the connection still holds of it
 */
public record Call(String service, String operation, CallContext context, Runnable detach) {

  /** A call that has been read whole. */
  public Call(String service, String operation, CallContext context) {
    this(service, operation, context, () -> {});
  }
}
