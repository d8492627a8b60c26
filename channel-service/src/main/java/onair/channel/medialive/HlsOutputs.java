package onair.channel.medialive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.parts.EncoderTarget;
import software.amazon.awssdk.services.medialive.model.AudioOnlyHlsSegmentType;
import software.amazon.awssdk.services.medialive.model.AudioOnlyHlsSettings;
import software.amazon.awssdk.services.medialive.model.AudioOnlyHlsTrackType;
import software.amazon.awssdk.services.medialive.model.Fmp4HlsSettings;
import software.amazon.awssdk.services.medialive.model.HlsCdnSettings;
import software.amazon.awssdk.services.medialive.model.HlsGroupSettings;
import software.amazon.awssdk.services.medialive.model.HlsManifestDurationFormat;
import software.amazon.awssdk.services.medialive.model.HlsMediaStoreSettings;
import software.amazon.awssdk.services.medialive.model.HlsMediaStoreStorageClass;
import software.amazon.awssdk.services.medialive.model.HlsMode;
import software.amazon.awssdk.services.medialive.model.HlsOutputSettings;
import software.amazon.awssdk.services.medialive.model.HlsProgramDateTime;
import software.amazon.awssdk.services.medialive.model.HlsRedundantManifest;
import software.amazon.awssdk.services.medialive.model.HlsS3Settings;
import software.amazon.awssdk.services.medialive.model.HlsSettings;
import software.amazon.awssdk.services.medialive.model.InputLossActionForHlsOut;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.OutputGroupSettings;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;
import software.amazon.awssdk.services.medialive.model.OutputSettings;

/**
 * HLS of fragmented MP4 into a folder of objects; pure. Source: MediaLive user guide, "Creating an
 * HLS output group".
 */
final class HlsOutputs {

  private static final String DESTINATION = "hls";

  /** Segments a playlist has left behind and a slow player may still ask for. */
  private static final int KEPT_BEHIND = 10;

  private HlsOutputs() {}

  /**
   * @param goesOn whether there is something to show while nothing comes in
   */
  static Outputs to(EncoderTarget.Folder folder, Ladder ladder, boolean goesOn) {
    return new Outputs(destination(folder), group(folder, ladder, goesOn));
  }

  private static OutputDestination destination(EncoderTarget.Folder folder) {
    return OutputDestination.builder()
        .id(DESTINATION)
        .settings(OutputDestinationSettings.builder().url(folder.destination()).build())
        .build();
  }

  /** Video outputs name the audio they go with; each audio is an output of its own. */
  private static OutputGroup group(EncoderTarget.Folder folder, Ladder ladder, boolean goesOn) {
    var outputs = new ArrayList<Output>();
    ladder.video().forEach(video -> outputs.add(video(video)));
    List<Ladder.Audio> audio = ladder.audio();
    for (int i = 0; i < audio.size(); i++) {
      outputs.add(audio(audio.get(i), i == 0));
    }
    return OutputGroup.builder()
        .name("hls")
        .outputGroupSettings(
            OutputGroupSettings.builder()
                .hlsGroupSettings(settings(folder, ladder.gopSeconds(), goesOn))
                .build())
        .outputs(outputs)
        .build();
  }

  private static HlsGroupSettings settings(
      EncoderTarget.Folder folder, int segmentSeconds, boolean goesOn) {
    int listed = segments(folder.window(), segmentSeconds);
    return HlsGroupSettings.builder()
        .destination(OutputLocationRef.builder().destinationRefId(DESTINATION).build())
        .hlsCdnSettings(cdn(folder.store()))
        .mode(HlsMode.LIVE)
        .segmentLength(segmentSeconds)
        .indexNSegments(listed)
        .keepSegments(listed + KEPT_BEHIND)
        .manifestDurationFormat(HlsManifestDurationFormat.FLOATING_POINT)
        .programDateTime(HlsProgramDateTime.INCLUDE)
        .programDateTimePeriod(segmentSeconds)
        .redundantManifest(HlsRedundantManifest.DISABLED)
        .inputLossAction(
            goesOn ? InputLossActionForHlsOut.EMIT_OUTPUT : InputLossActionForHlsOut.PAUSE_OUTPUT)
        .build();
  }

  private static int segments(Duration window, int segmentSeconds) {
    return Math.toIntExact(Math.ceilDiv(window.toSeconds(), segmentSeconds));
  }

  private static HlsCdnSettings cdn(EncoderTarget.Store store) {
    return switch (store) {
      case S3 -> HlsCdnSettings.builder().hlsS3Settings(HlsS3Settings.builder().build()).build();
      case MEDIASTORE ->
          HlsCdnSettings.builder()
              .hlsMediaStoreSettings(
                  HlsMediaStoreSettings.builder()
                      .mediaStoreStorageClass(HlsMediaStoreStorageClass.TEMPORAL)
                      .build())
              .build();
    };
  }

  private static Output video(Ladder.Video video) {
    return output(
            video.name(),
            HlsSettings.builder()
                .fmp4HlsSettings(
                    Fmp4HlsSettings.builder().audioRenditionSets(Outputs.AUDIO_SET).build())
                .build())
        .videoDescriptionName(video.name())
        .build();
  }

  /**
   * @param isDefault what a player takes when its user has not chosen
   */
  private static Output audio(Ladder.Audio audio, boolean isDefault) {
    return output(
            audio.name(),
            HlsSettings.builder()
                .audioOnlyHlsSettings(
                    AudioOnlyHlsSettings.builder()
                        .audioGroupId(Outputs.AUDIO_SET)
                        .segmentType(AudioOnlyHlsSegmentType.FMP4)
                        .audioTrackType(
                            isDefault
                                ? AudioOnlyHlsTrackType.ALTERNATE_AUDIO_AUTO_SELECT_DEFAULT
                                : AudioOnlyHlsTrackType.ALTERNATE_AUDIO_AUTO_SELECT)
                        .build())
                .build())
        .audioDescriptionNames(audio.name())
        .build();
  }

  private static Output.Builder output(String name, HlsSettings settings) {
    return Output.builder()
        .outputName(name)
        .outputSettings(
            OutputSettings.builder()
                .hlsOutputSettings(
                    HlsOutputSettings.builder()
                        .nameModifier("_" + name)
                        .hlsSettings(settings)
                        .build())
                .build());
  }
}
