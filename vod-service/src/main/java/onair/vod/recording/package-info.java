/**
 * Turns the end of a broadcast that was to be kept, and each clip that is wanted, into an asset.
 */
@NullMarked
package onair.vod.recording;

import org.jspecify.annotations.NullMarked;
