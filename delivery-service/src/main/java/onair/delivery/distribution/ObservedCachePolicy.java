package onair.delivery.distribution;

/**
 * A cache policy as CloudFront shows it.
 *
 * @param asWanted whether nothing in it differs from what we ask for
 * @param etag the version this was read from; a change must name it
 */
public record ObservedCachePolicy(boolean asWanted, String etag) {}
