/**
 * The CDN distribution that all channels of an installation share: made ahead, because a new one
 * takes minutes to reach every edge, and extended by an origin for each packaging group that
 * announces itself. A channel is only a path in it. Begin with {@link
 * onair.delivery.distribution.DistributionReconciler}; what is wanted is computed in {@link
 * onair.delivery.distribution.DistributionLayout}.
 */
@NullMarked
package onair.delivery.distribution;

import org.jspecify.annotations.NullMarked;
