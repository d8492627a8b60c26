package onair.channel.packaging;

/**
 * The policy of a bucket or container.
 *
 * @param name of what it is attached to
 */
public record ObservedStorePolicy(String name) {}
