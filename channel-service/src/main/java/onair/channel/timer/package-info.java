/**
 * Timers that take a channel off the air before it costs for nothing: nobody ever connected, nobody
 * came back, or it is on air for longer than it should be. Each is warned of first and can be
 * extended, and its limit changed while it runs. Nothing of it touches AWS: a timer that is over
 * asks for what a user would ask for, a stop.
 *
 * <p>Start at {@code Countdown}, which is all there is to decide, and {@code TimerReconciler}.
 */
@NullMarked
package onair.channel.timer;

import org.jspecify.annotations.NullMarked;
