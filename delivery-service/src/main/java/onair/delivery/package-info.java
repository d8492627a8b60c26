/** Playback through CloudFront. */
@NullMarked
package onair.delivery;

import org.jspecify.annotations.NullMarked;
