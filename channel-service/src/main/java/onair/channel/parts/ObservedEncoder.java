package onair.channel.parts;

/** An encoder in AWS. */
public record ObservedEncoder(EncoderState state) {}
