package onair.channel.medialive;

import java.util.List;
import java.util.stream.Stream;
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

  /** To viewers first, then to each target, in a group of its own so that it fails by itself. */
  static List<Outputs> of(EncoderSpec spec) {
    return Stream.concat(
            Stream.of(toViewers(spec)),
            spec.pushes().stream().map(target -> RtmpOutputs.to(target, spec.ladder())))
        .toList();
  }

  private static Outputs toViewers(EncoderSpec spec) {
    Ladder ladder = spec.ladder();
    return switch (spec.target()) {
      case EncoderTarget.Package(var channel) -> PackageV2Outputs.to(channel, ladder);
      case EncoderTarget.PackageV1(var channelId) -> PackageV1Outputs.to(channelId, ladder);
      case EncoderTarget.Folder folder -> HlsOutputs.to(folder, ladder, spec.slate() != null);
    };
  }
}
