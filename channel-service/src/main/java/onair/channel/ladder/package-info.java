/**
 * The named sets of renditions a channel can be encoded into, kept as data files under {@code
 * ladders/}. Read on in {@link onair.channel.ladder.Ladder} for what a ladder says, and in {@code
 * onair.channel.medialive} for what MediaLive is told about it.
 */
@NullMarked
package onair.channel.ladder;

import org.jspecify.annotations.NullMarked;
