package onair.channel.parts;

/**
 * Where one broadcast's renditions are taken in.
 *
 * @param group name of the packaging group it lives in
 */
public record PackageChannelSpec(String group) {}
