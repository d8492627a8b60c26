package onair.channel.medialive;

import java.util.ArrayList;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.PackageChannelId;
import software.amazon.awssdk.services.medialive.model.CmafId3Behavior;
import software.amazon.awssdk.services.medialive.model.CmafIngestSegmentLengthUnits;
import software.amazon.awssdk.services.medialive.model.HlsAutoSelect;
import software.amazon.awssdk.services.medialive.model.HlsDefault;
import software.amazon.awssdk.services.medialive.model.MediaPackageGroupSettings;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.MediaPackageOutputSettings;
import software.amazon.awssdk.services.medialive.model.MediaPackageV2DestinationSettings;
import software.amazon.awssdk.services.medialive.model.MediaPackageV2GroupSettings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputGroupSettings;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;
import software.amazon.awssdk.services.medialive.model.OutputSettings;
import software.amazon.awssdk.services.medialive.model.Scte35Type;

/** CMAF to MediaPackage v2; pure. Source: MediaLive user guide, "Delivering to MediaPackage v2". */
final class PackageV2Outputs {

  private static final String DESTINATION = "mp2";

  private PackageV2Outputs() {}

  static Outputs to(PackageChannelId channel, Ladder ladder) {
    return new Outputs(destination(channel), group(ladder));
  }

  private static OutputDestination destination(PackageChannelId channel) {
    return OutputDestination.builder()
        .id(DESTINATION)
        .mediaPackageSettings(
            MediaPackageOutputDestinationSettings.builder()
                .channelGroup(channel.group())
                .channelName(channel.channel())
                .build())
        .build();
  }

  /** Video outputs name the audio they go with; each audio is an output of its own. */
  private static OutputGroup group(Ladder ladder) {
    var outputs = new ArrayList<Output>();
    ladder.video().forEach(video -> outputs.add(video(video)));
    List<Ladder.Audio> audio = ladder.audio();
    for (int i = 0; i < audio.size(); i++) {
      outputs.add(audio(audio.get(i), i == 0));
    }
    return OutputGroup.builder()
        .name("mediapackage")
        .outputGroupSettings(settings(ladder.gopSeconds()))
        .outputs(outputs)
        .build();
  }

  private static OutputGroupSettings settings(int segmentSeconds) {
    return OutputGroupSettings.builder()
        .mediaPackageGroupSettings(
            MediaPackageGroupSettings.builder()
                .destination(OutputLocationRef.builder().destinationRefId(DESTINATION).build())
                .mediapackageV2GroupSettings(
                    MediaPackageV2GroupSettings.builder()
                        .id3Behavior(CmafId3Behavior.ENABLED)
                        .scte35Type(Scte35Type.SCTE_35_WITHOUT_SEGMENTATION)
                        .segmentLength(segmentSeconds)
                        .segmentLengthUnits(CmafIngestSegmentLengthUnits.SECONDS)
                        .build())
                .build())
        .build();
  }

  private static Output video(Ladder.Video video) {
    return Output.builder()
        .outputName(video.name())
        .videoDescriptionName(video.name())
        .outputSettings(
            output(
                MediaPackageV2DestinationSettings.builder()
                    .audioRenditionSets(Outputs.AUDIO_SET)
                    .build()))
        .build();
  }

  /**
   * @param isDefault what a player takes when its user has not chosen
   */
  private static Output audio(Ladder.Audio audio, boolean isDefault) {
    return Output.builder()
        .outputName(audio.name())
        .audioDescriptionNames(audio.name())
        .outputSettings(
            output(
                MediaPackageV2DestinationSettings.builder()
                    .audioGroupId(Outputs.AUDIO_SET)
                    .hlsAutoSelect(HlsAutoSelect.YES)
                    .hlsDefault(isDefault ? HlsDefault.YES : HlsDefault.NO)
                    .build()))
        .build();
  }

  private static OutputSettings output(MediaPackageV2DestinationSettings settings) {
    return OutputSettings.builder()
        .mediaPackageOutputSettings(
            MediaPackageOutputSettings.builder()
                .mediaPackageV2DestinationSettings(settings)
                .build())
        .build();
  }
}
