/**
 * AWS Elemental MediaTailor on this machine: playback configurations and the host that players get
 * personalised playlists and ad segments from; channel assembly and prefetching as states only.
 * {@link onair.awslocal.mediatailor.LocalMediaTailor} lists the operations; what players get is
 * told in {@code Door}, {@code session}, {@code hls}, {@code vast} and {@code creative}.
 */
@NullMarked
package onair.awslocal.mediatailor;

import org.jspecify.annotations.NullMarked;
