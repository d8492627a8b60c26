/**
 * AWS Elemental MediaPackage, the first version, on this machine: channels, origin endpoints with
 * one package each, and the door viewers' CDNs come through. {@link
 * onair.awslocal.mediapackage.LocalMediaPackage} lists the operations; segments and manifests are
 * made by {@code onair.awslocal.media}.
 */
@NullMarked
package onair.awslocal.mediapackage;

import org.jspecify.annotations.NullMarked;
