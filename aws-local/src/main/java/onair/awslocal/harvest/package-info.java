/** Copies what an origin still has into a bucket, as harvest jobs of both MediaPackages do. */
@NullMarked
package onair.awslocal.harvest;

import org.jspecify.annotations.NullMarked;
