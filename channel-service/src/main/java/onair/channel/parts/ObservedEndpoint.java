package onair.channel.parts;

import java.time.Duration;

/**
 * An origin endpoint in AWS.
 *
 * @param startOver how far back a player may go
 */
public record ObservedEndpoint(EndpointId id, Duration startOver) {}
