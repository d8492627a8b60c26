package onair.channel.parts;

import java.time.Duration;

/**
 * How one packaging channel is served: HLS and DASH from one set of CMAF segments.
 *
 * @param channel what it serves
 * @param segment length of a segment, whole seconds
 * @param window how much a manifest lists for a player that joins now
 * @param startOver how far back a player may go, whole seconds, 0 to 14 days
 */
public record EndpointSpec(
    PackageChannelId channel, Duration segment, Duration window, Duration startOver) {}
