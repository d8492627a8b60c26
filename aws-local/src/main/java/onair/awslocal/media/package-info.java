/**
 * What the control planes ask of the media plane, and nothing about how it is done: MediaLive asks
 * {@link onair.awslocal.media.LiveEncoders}, MediaPackage asks {@link
 * onair.awslocal.media.LiveOrigin}, MediaConnect asks {@link onair.awslocal.media.TransportFlows}.
 * Continue with {@code onair.awslocal.media.plane}, which wires ingest ({@code rtmp}, {@code srt},
 * {@code pull}), transcoding ({@code encoder}), packaging ({@code packager}) and delivery elsewhere
 * ({@code push}).
 */
@NullMarked
package onair.awslocal.media;

import org.jspecify.annotations.NullMarked;
