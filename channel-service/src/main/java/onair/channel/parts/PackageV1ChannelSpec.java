package onair.channel.parts;

/** A MediaPackage v1 channel; there is nothing to choose about it. */
public record PackageV1ChannelSpec() {}
