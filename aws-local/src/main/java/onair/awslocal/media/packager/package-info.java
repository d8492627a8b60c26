/**
 * The origin: takes the fragmented MP4 of an encoder, keeps each GOP of each rendition once on
 * disk, and answers with HLS and DASH made of those bytes. {@link
 * onair.awslocal.media.packager.Origin} is the door; a {@code ChannelOrigin} holds one channel, an
 * {@code Endpoint} cuts GOPs to segments, and {@code HlsPlaylists} and {@code DashManifest} write.
 * Low-latency playlists tell of the chunks of a GOP, too ({@code Parts}), and are held back until
 * there is news ({@code Hold}). Sources: RFC 8216, draft-pantos-hls-rfc8216bis, ISO/IEC 23009-1.
 *
 * <p>On disk: {@code <folder>/<run>/<rendition>_<gop>.m4s}. The index is in memory, so the folder
 * is emptied at start.
 */
@NullMarked
package onair.awslocal.media.packager;

import org.jspecify.annotations.NullMarked;
