package onair.channel.parts;

import onair.channel.ladder.Ladder;

/**
 * What turns the input into a ladder and sends it to the packager.
 *
 * @param ladder renditions to make
 * @param inputId AWS's id of the input
 * @param packageChannel where the renditions go
 */
public record EncoderSpec(Ladder ladder, String inputId, PackageChannelId packageChannel) {}
