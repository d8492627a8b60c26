/**
 * Simulcast targets: servers of others a channel is pushed to by RTMP or RTMPS besides being served
 * to viewers. Each is an output group of the channel's encoder, so it takes effect when the channel
 * is started next, and fails by itself: neither viewers nor the other targets notice.
 *
 * <p>Start at {@code SimulcastTargetController}; {@code SimulcastTargets} is what the channel's own
 * reconciler asks and tells.
 */
@NullMarked
package onair.channel.simulcast;

import org.jspecify.annotations.NullMarked;
