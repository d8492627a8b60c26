/**
 * How often AWS is called: one token bucket for each of AWS's documented limits, in the database,
 * so that all nodes together stay below what the account may do in the Region. Start at {@link
 * onair.channel.rate.CallRates}.
 */
@NullMarked
package onair.channel.rate;

import org.jspecify.annotations.NullMarked;
