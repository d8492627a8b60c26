package onair.channel.parts;

/**
 * An entitlement of a flow in AWS.
 *
 * @param arn what a subscriber names as the source of a flow
 */
public record ObservedEntitlement(String arn) {}
