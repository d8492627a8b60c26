/**
 * Makes streams, downloads and thumbnails out of a media file that nobody vouches for. {@link
 * onair.awslocal.media.transcode.Transcoder} is the door: it looks at a file first ({@link
 * onair.awslocal.media.transcode.MediaProbe}) and transcodes only what it could read. ffmpeg does
 * the work behind a {@code Fence}; segments and manifests are written here.
 */
@NullMarked
package onair.awslocal.media.transcode;

import org.jspecify.annotations.NullMarked;
