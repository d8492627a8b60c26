package onair.channel.packaging;

/**
 * A packaging group in AWS.
 *
 * @param name chosen by us
 * @param egressDomain host that serves every endpoint of the group; chosen by AWS
 */
public record ObservedGroup(String name, String egressDomain) {}
