package onair.channel.parts;

/**
 * A MediaPackage v1 channel in AWS, which is there or not and has no states.
 *
 * @param id its name, chosen by us
 */
public record ObservedPackageV1Channel(String id) {}
