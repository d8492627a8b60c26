/**
 * Transcoding: one ffmpeg process per pipeline of a channel that shows something. {@link
 * onair.awslocal.media.encoder.Encoders} is the door. An {@code Encoder} supervises one pipeline:
 * its {@code Inlets} hear the inputs, its {@code Programme} decides what is shown, and its {@code
 * Stage} has processes do it, one {@code EncoderRun} after the other. Each gets FLV or MPEG-TS on
 * its standard input, or makes pictures itself, and gives fragmented MP4 with all renditions on its
 * standard output. Pipes need no port and no secret, keep the renditions in step, and end with this
 * JVM however it ends.
 */
@NullMarked
package onair.awslocal.media.encoder;

import org.jspecify.annotations.NullMarked;
