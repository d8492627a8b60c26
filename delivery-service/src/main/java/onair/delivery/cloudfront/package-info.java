/**
 * The only place where the delivery service speaks to Amazon CloudFront: one class per kind of
 * resource, and the mapping between our layout and CloudFront's configuration in {@link
 * onair.delivery.cloudfront.DistributionShapes}.
 */
@NullMarked
package onair.delivery.cloudfront;

import org.jspecify.annotations.NullMarked;
