/**
 * Says in plain words why a channel is not live: what is wanted, what is, what it waits for and
 * until when, what AWS last said and what to do about it, and what happens next. Everything comes
 * from what other packages have written down; AWS is not asked.
 *
 * <p>Start at {@code Causes}, which finds the one reason, and {@code Cause}, which knows all there
 * are.
 */
@NullMarked
package onair.channel.explain;

import org.jspecify.annotations.NullMarked;
