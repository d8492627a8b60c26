package onair.delivery.distribution;

/**
 * A distribution as CloudFront shows it.
 *
 * @param domainName such as {@code d111111abcdef8.cloudfront.net}
 * @param etag the version this was read from; a change must name it
 * @param deployed whether every edge has this version
 */
public record ObservedDistribution(
    String domainName, String etag, boolean deployed, DistributionLayout layout) {}
