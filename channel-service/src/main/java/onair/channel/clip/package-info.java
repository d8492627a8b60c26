/**
 * Clips: stretches of a broadcast, also of one that goes on, that become assets. Begin with {@code
 * ClipCommands}, which says what can be clipped; vod-service makes the asset and tells what became
 * of it. What a pending clip is made of is kept in AWS as for a recording.
 */
@NullMarked
package onair.channel.clip;

import org.jspecify.annotations.NullMarked;
