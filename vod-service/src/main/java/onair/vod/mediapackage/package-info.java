/** MediaPackage v2: harvest jobs, which copy a broadcast into the bucket, and their events. */
@NullMarked
package onair.vod.mediapackage;

import org.jspecify.annotations.NullMarked;
