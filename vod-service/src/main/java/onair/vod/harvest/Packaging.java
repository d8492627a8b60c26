package onair.vod.harvest;

/**
 * Names of the MediaPackage v2 endpoint that still has a broadcast.
 *
 * @param group channel group
 * @param channel in the group
 * @param endpoint of the channel, with a start-over window that covers the broadcast
 */
public record Packaging(String group, String channel, String endpoint) {}
