/**
 * The RTMP ingest server: one port for all publishers, each admitted by app and stream name. A
 * connection is an {@code RtmpSession}, which reads {@code ChunkReader}'s messages; what it
 * publishes goes to its {@link onair.awslocal.media.rtmp.Ingest}, which an encoder may listen to.
 * Source: Adobe's RTMP specification 1.0, AMF0 and FLV 10.1.
 */
@NullMarked
package onair.awslocal.media.rtmp;

import org.jspecify.annotations.NullMarked;
