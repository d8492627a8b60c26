/**
 * What all channels of an installation are served from: the MediaPackage v2 group, the bucket and
 * the MediaStore container, made ahead when the service starts and kept for good, and the host of
 * MediaPackage v1. Each is told to the delivery service, which makes it an origin of the CDN.
 *
 * <p>They are shared because an account has only a few of them and the CDN takes minutes to learn
 * of a new one. Start at {@link onair.channel.packaging.OriginReconciler}.
 */
@NullMarked
package onair.channel.packaging;

import org.jspecify.annotations.NullMarked;
