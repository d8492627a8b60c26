package onair.channel.parts;

/**
 * A secret in AWS; its value is never read back.
 *
 * @param arn by which a flow names it
 */
public record ObservedSecret(String arn) {}
