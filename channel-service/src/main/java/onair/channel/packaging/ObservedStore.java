package onair.channel.packaging;

/**
 * A bucket or container in AWS.
 *
 * @param usable objects can be put into it
 * @param domain host that serves its objects
 */
public record ObservedStore(boolean usable, String domain) {}
