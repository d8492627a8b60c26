/**
 * What of a broadcast is kept as an asset: the packaging that still has it, from when to when, and
 * the job that copies it into the bucket.
 */
@NullMarked
package onair.vod.harvest;

import org.jspecify.annotations.NullMarked;
