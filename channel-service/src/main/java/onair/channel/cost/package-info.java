/**
 * What channels have cost so far: since when what of a channel is billed, kept by the second, times
 * the list prices a plan tells. Start at {@link onair.channel.cost.Meter}.
 */
@NullMarked
package onair.channel.cost;

import org.jspecify.annotations.NullMarked;
