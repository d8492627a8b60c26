package onair.channel.parts;

/**
 * An allow list in AWS.
 *
 * @param state AWS's word for it
 */
public record ObservedAllowList(String state) {}
