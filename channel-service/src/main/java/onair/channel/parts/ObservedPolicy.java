package onair.channel.parts;

/** A resource policy in AWS, by what it is attached to: {@code group/channel[/endpoint]}. */
public record ObservedPolicy(String target) {}
