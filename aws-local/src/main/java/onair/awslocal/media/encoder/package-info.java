/**
 * Transcoding: one ffmpeg process per channel with a publisher. {@link
 * onair.awslocal.media.encoder.Encoders} is the door; an {@code Encoder} supervises one channel and
 * an {@code EncoderRun} is one process, which gets FLV on its standard input and gives fragmented
 * MP4 with all renditions on its standard output. Pipes need no port and no secret, keep the
 * renditions in step, and end with this JVM however it ends.
 */
@NullMarked
package onair.awslocal.media.encoder;

import org.jspecify.annotations.NullMarked;
