/**
 * The packaging group all channels of an installation share: made ahead when the service starts,
 * kept for good, and told to the delivery service, which makes it an origin of the CDN.
 *
 * <p>It is shared because an account has only three of them and the CDN takes minutes to learn of a
 * new one. Start at {@link onair.channel.packaging.PackagingReconciler}.
 */
@NullMarked
package onair.channel.packaging;

import org.jspecify.annotations.NullMarked;
