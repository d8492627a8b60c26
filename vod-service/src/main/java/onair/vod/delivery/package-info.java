/** Where viewers reach what lies in the bucket, as the delivery service has told it. */
@NullMarked
package onair.vod.delivery;

import org.jspecify.annotations.NullMarked;
