package onair.awslocal.protocol;

/**
 * An AWS API call that is about to be made.
 *
 * @param service signing name, such as {@code medialive}, {@code s3} or {@code events}
 * @param operation as AWS writes it, such as {@code CreateChannel}
 * @param context who calls
 */
public record Call(String service, String operation, CallContext context) {}
