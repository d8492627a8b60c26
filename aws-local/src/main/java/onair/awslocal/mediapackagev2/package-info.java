/**
 * AWS Elemental MediaPackage v2 on this machine: channel groups, channels, origin endpoints and
 * their policies, and the door viewers' CDNs come through. {@link
 * onair.awslocal.mediapackagev2.LocalMediaPackageV2} lists the operations; segments and manifests
 * are made by {@code onair.awslocal.media}.
 */
@NullMarked
package onair.awslocal.mediapackagev2;

import org.jspecify.annotations.NullMarked;
