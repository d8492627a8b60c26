/**
 * AWS Elemental MediaPackage VOD on this machine: packaging groups with their configurations, and
 * assets that are read from S3 and played from the group's own host. {@link
 * onair.awslocal.mediapackagevod.LocalMediaPackageVod} lists the operations.
 */
@NullMarked
package onair.awslocal.mediapackagevod;

import org.jspecify.annotations.NullMarked;
