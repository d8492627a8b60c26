package onair.awslocal.signature;

/**
 * Who signed a request, and for what.
 *
 * @param account twelve digits
 * @param region such as {@code eu-west-1}
 * @param service signing name, such as {@code medialive}
 */
public record Caller(String accessKeyId, String account, String region, String service) {}
