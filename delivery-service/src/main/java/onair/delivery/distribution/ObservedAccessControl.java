package onair.delivery.distribution;

/**
 * An access control as CloudFront shows it.
 *
 * @param etag the version this was read from
 */
public record ObservedAccessControl(String name, String etag) {}
