/**
 * Sources that are pulled: one ffmpeg process per source fetches it and gives it on as a transport
 * stream, as a flow would. {@link onair.awslocal.media.pull.Pullers} is the door.
 */
@NullMarked
package onair.awslocal.media.pull;

import org.jspecify.annotations.NullMarked;
