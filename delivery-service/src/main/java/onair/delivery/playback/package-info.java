/**
 * Where things play: what other services tell of their channels by events, kept so that playback is
 * answered from one row. Begin with {@link onair.delivery.playback.PlaybackController}; the answer
 * is put together in {@link onair.delivery.playback.PlaybackResponse}. Viewers, whom nobody knows,
 * are told less of it by {@link onair.delivery.playback.ViewerController}.
 */
@NullMarked
package onair.delivery.playback;

import org.jspecify.annotations.NullMarked;
