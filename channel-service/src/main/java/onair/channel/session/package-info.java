/**
 * Sessions: each time a channel was on air, and what became of its recording. They are kept when
 * the channel is gone. Begin with {@link onair.channel.session.Sessions}, which follows channels;
 * it knows nothing of how they are run.
 */
@NullMarked
package onair.channel.session;

import org.jspecify.annotations.NullMarked;
