package onair.channel.medialive;

import java.util.List;
import onair.channel.ladder.Ladder;
import software.amazon.awssdk.services.medialive.model.MediaPackageGroupSettings;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputGroupSettings;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;
import software.amazon.awssdk.services.medialive.model.OutputSettings;

/**
 * To MediaPackage v1, picture and sound together in each output; pure. Source: MediaLive user
 * guide, "Creating a MediaPackage output group".
 */
final class PackageV1Outputs {

  private static final String DESTINATION = "mp1";

  private PackageV1Outputs() {}

  static Outputs to(String channelId, Ladder ladder) {
    return new Outputs(destination(channelId), group(ladder));
  }

  private static OutputDestination destination(String channelId) {
    return OutputDestination.builder()
        .id(DESTINATION)
        .mediaPackageSettings(
            MediaPackageOutputDestinationSettings.builder().channelId(channelId).build())
        .build();
  }

  private static OutputGroup group(Ladder ladder) {
    List<String> audio = ladder.audio().stream().map(Ladder.Audio::name).toList();
    return OutputGroup.builder()
        .name("mediapackage-v1")
        .outputGroupSettings(
            OutputGroupSettings.builder()
                .mediaPackageGroupSettings(
                    MediaPackageGroupSettings.builder()
                        .destination(
                            OutputLocationRef.builder().destinationRefId(DESTINATION).build())
                        .build())
                .build())
        .outputs(ladder.video().stream().map(video -> output(video, audio)).toList())
        .build();
  }

  private static Output output(Ladder.Video video, List<String> audio) {
    return Output.builder()
        .outputName(video.name())
        .videoDescriptionName(video.name())
        .audioDescriptionNames(audio)
        .outputSettings(
            OutputSettings.builder()
                .mediaPackageOutputSettings(MediaPackageOutputSettings.builder().build())
                .build())
        .build();
  }
}
