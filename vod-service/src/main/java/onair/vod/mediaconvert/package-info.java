/** MediaConvert: jobs that make a source playable, probes that cost nothing, and its events. */
@NullMarked
package onair.vod.mediaconvert;

import org.jspecify.annotations.NullMarked;
