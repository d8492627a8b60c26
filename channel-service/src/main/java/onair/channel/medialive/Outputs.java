package onair.channel.medialive;

import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderTarget;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;

/**
 * Where an encoder's renditions go and in which form, in MediaLive's words.
 *
 * @param destination the address, named by the group
 * @param group one output per rendition
 */
record Outputs(OutputDestination destination, OutputGroup group) {

  /** Name of the one set of audio renditions that goes with every video rendition. */
  static final String AUDIO_SET = "main";

  static Outputs of(EncoderSpec spec) {
    Ladder ladder = spec.ladder();
    return switch (spec.target()) {
      case EncoderTarget.Package(var channel) -> PackageV2Outputs.to(channel, ladder);
      case EncoderTarget.PackageV1(var channelId) -> PackageV1Outputs.to(channelId, ladder);
      case EncoderTarget.Folder folder -> HlsOutputs.to(folder, ladder, spec.slate() != null);
    };
  }
}
