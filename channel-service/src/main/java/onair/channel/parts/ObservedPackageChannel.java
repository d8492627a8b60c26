package onair.channel.parts;

/** A packaging channel in AWS, which is there or not and has no states. */
public record ObservedPackageChannel(PackageChannelId id) {}
