package onair.channel.parts;

import onair.channel.ladder.Ladder;

/**
 * What turns the input into a ladder and sends it on.
 *
 * @param ladder renditions to make
 * @param inputId AWS's id of the input
 * @param loops whether the input begins again when it has ended
 * @param target where the renditions go
 */
public record EncoderSpec(Ladder ladder, String inputId, boolean loops, EncoderTarget target) {}
