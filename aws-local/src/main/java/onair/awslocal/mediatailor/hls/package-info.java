/**
 * Reads the playlists of a content origin (RFC 8216) with the ad markers in them. Knows nothing of
 * sessions or ads.
 */
@NullMarked
package onair.awslocal.mediatailor.hls;

import org.jspecify.annotations.NullMarked;
