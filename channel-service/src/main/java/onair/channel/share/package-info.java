/**
 * Shares: what comes into a channel by SRT, passed on to a partner. Each is an output of the
 * channel's flow, received by SRT with a passphrase and an allow list of its own, or an entitlement
 * with which other AWS accounts take the flow over; it goes on air and off air with the channel and
 * ends with it.
 *
 * <p>Start at {@code ShareController} and {@code ShareReconciler}.
 */
@NullMarked
package onair.channel.share;

import org.jspecify.annotations.NullMarked;
