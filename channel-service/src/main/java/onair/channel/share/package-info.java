/**
 * Shares: what comes into a channel by SRT, passed on to a partner who receives it by SRT. Each is
 * an output of the channel's flow with a passphrase and an allow list of its own; it goes on air
 * and off air with the channel and ends with it.
 *
 * <p>Start at {@code ShareController} and {@code ShareReconciler}.
 */
@NullMarked
package onair.channel.share;

import org.jspecify.annotations.NullMarked;
