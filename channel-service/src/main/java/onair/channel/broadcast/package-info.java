/**
 * Broadcasts that were planned ahead: a time at which a channel goes on air by itself, and perhaps
 * one at which it goes off. Shortly before, the channel is made ready in AWS, with nothing of it
 * running. Nothing here touches AWS: what a user would ask for is asked for in time.
 *
 * <p>Start at {@code BroadcastReconciler}.
 */
@NullMarked
package onair.channel.broadcast;

import org.jspecify.annotations.NullMarked;
