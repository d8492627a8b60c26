/**
 * How well a running channel is fed: what MediaLive measures and warns about, and in plain words
 * what is wrong and how to mend it. What AWS does not tell, such as the interval of the
 * broadcaster's keyframes, is not told.
 *
 * <p>Start at {@code Findings}, which is all there is to decide.
 */
@NullMarked
package onair.channel.health;

import org.jspecify.annotations.NullMarked;
