/**
 * The named sets of renditions a channel can be encoded into, those of the service as data files
 * under {@code ladders/}, those of organizations in a table. Read on in {@link
 * onair.channel.ladder.Ladder} for what a ladder says, in {@code LadderRules} for what it may say,
 * and in {@code onair.channel.medialive} for what MediaLive is told about it.
 */
@NullMarked
package onair.channel.ladder;

import org.jspecify.annotations.NullMarked;
