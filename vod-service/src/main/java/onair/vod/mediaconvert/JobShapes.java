package onair.vod.mediaconvert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.vod.transcode.Rendition;
import onair.vod.transcode.TranscodeSpec;
import software.amazon.awssdk.services.mediaconvert.model.AacCodingMode;
import software.amazon.awssdk.services.mediaconvert.model.AacSettings;
import software.amazon.awssdk.services.mediaconvert.model.AudioCodec;
import software.amazon.awssdk.services.mediaconvert.model.AudioDefaultSelection;
import software.amazon.awssdk.services.mediaconvert.model.AudioDescription;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelector;
import software.amazon.awssdk.services.mediaconvert.model.CmafWriteDASHManifest;
import software.amazon.awssdk.services.mediaconvert.model.CmafWriteHLSManifest;
import software.amazon.awssdk.services.mediaconvert.model.ContainerType;
import software.amazon.awssdk.services.mediaconvert.model.H264FramerateControl;
import software.amazon.awssdk.services.mediaconvert.model.H264GopSizeUnits;
import software.amazon.awssdk.services.mediaconvert.model.H264QualityTuningLevel;
import software.amazon.awssdk.services.mediaconvert.model.H264RateControlMode;
import software.amazon.awssdk.services.mediaconvert.model.H264SceneChangeDetect;
import software.amazon.awssdk.services.mediaconvert.model.Input;
import software.amazon.awssdk.services.mediaconvert.model.InputRotate;
import software.amazon.awssdk.services.mediaconvert.model.InputTimecodeSource;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupType;
import software.amazon.awssdk.services.mediaconvert.model.TimecodeSource;
import software.amazon.awssdk.services.mediaconvert.model.VideoCodec;
import software.amazon.awssdk.services.mediaconvert.model.VideoDescription;
import software.amazon.awssdk.services.mediaconvert.model.VideoSelector;

/**
 * A job in MediaConvert's words: one CMAF set with an HLS and a DASH manifest over the same
 * segments, a picture every few seconds, and an MP4 when asked. Pure. Source: MediaConvert User
 * Guide, "Output file names and file paths".
 */
final class JobShapes {

  /** GOPs are whole in segments and fragments, so that every rendition can be switched at each. */
  private static final int GOP_SECONDS = 2;

  private static final int SEGMENT_SECONDS = 4;
  private static final int THUMBNAIL_EVERY_SECONDS = 10;
  private static final int MOST_THUMBNAILS = 1000;
  private static final int THUMBNAIL_QUALITY = 80;
  private static final int AUDIO_BITS_PER_SECOND = 128_000;
  private static final int AUDIO_SAMPLE_RATE = 48_000;
  private static final String AUDIO = "Audio Selector 1";

  private JobShapes() {}

  static JobSettings settings(String bucket, TranscodeSpec spec) {
    String results = "s3://" + bucket + "/" + spec.outputPrefix();
    List<OutputGroup> groups = new ArrayList<>();
    groups.add(cmaf(results + "index", spec));
    groups.add(thumbnails(results + "thumbnails/frame", spec));
    if (spec.mp4()) {
      groups.add(mp4(results + "download", spec));
    }
    return JobSettings.builder()
        .timecodeConfig(timecode -> timecode.source(TimecodeSource.ZEROBASED))
        .inputs(input("s3://" + bucket + "/" + spec.sourceKey(), spec.audio()))
        .outputGroups(groups)
        .build();
  }

  private static Input input(String file, boolean audio) {
    var input =
        Input.builder()
            .fileInput(file)
            .timecodeSource(InputTimecodeSource.ZEROBASED)
            .videoSelector(VideoSelector.builder().rotate(InputRotate.AUTO).build());
    if (audio) {
      input.audioSelectors(
          Map.of(
              AUDIO,
              AudioSelector.builder().defaultSelection(AudioDefaultSelection.DEFAULT).build()));
    }
    return input.build();
  }

  private static OutputGroup cmaf(String destination, TranscodeSpec spec) {
    List<Output> outputs = new ArrayList<>();
    for (Rendition rendition : spec.renditions()) {
      outputs.add(
          Output.builder()
              .nameModifier("_" + rendition.name())
              .containerSettings(container -> container.container(ContainerType.CMFC))
              .videoDescription(video(rendition))
              .build());
    }
    if (spec.audio()) {
      outputs.add(
          Output.builder()
              .nameModifier("_audio")
              .containerSettings(container -> container.container(ContainerType.CMFC))
              .audioDescriptions(audio())
              .build());
    }
    return OutputGroup.builder()
        .name("cmaf")
        .outputGroupSettings(
            group ->
                group
                    .type(OutputGroupType.CMAF_GROUP_SETTINGS)
                    .cmafGroupSettings(
                        settings ->
                            settings
                                .destination(destination)
                                .segmentLength(SEGMENT_SECONDS)
                                .fragmentLength(GOP_SECONDS)
                                .writeHlsManifest(CmafWriteHLSManifest.ENABLED)
                                .writeDashManifest(CmafWriteDASHManifest.ENABLED)))
        .outputs(outputs)
        .build();
  }

  private static OutputGroup thumbnails(String destination, TranscodeSpec spec) {
    Rendition smallest = spec.renditions().getLast();
    return fileGroup(
        "thumbnails",
        destination,
        Output.builder()
            .containerSettings(container -> container.container(ContainerType.RAW))
            .videoDescription(
                picture ->
                    picture
                        .width(smallest.width())
                        .height(smallest.height())
                        .codecSettings(
                            codec ->
                                codec
                                    .codec(VideoCodec.FRAME_CAPTURE)
                                    .frameCaptureSettings(
                                        frames ->
                                            frames
                                                .framerateNumerator(1)
                                                .framerateDenominator(THUMBNAIL_EVERY_SECONDS)
                                                .maxCaptures(MOST_THUMBNAILS)
                                                .quality(THUMBNAIL_QUALITY))))
            .build());
  }

  private static OutputGroup mp4(String destination, TranscodeSpec spec) {
    var output =
        Output.builder()
            .containerSettings(container -> container.container(ContainerType.MP4))
            .videoDescription(video(spec.renditions().getFirst()));
    if (spec.audio()) {
      output.audioDescriptions(audio());
    }
    return fileGroup("mp4", destination, output.build());
  }

  private static OutputGroup fileGroup(String name, String destination, Output output) {
    return OutputGroup.builder()
        .name(name)
        .outputGroupSettings(
            group ->
                group
                    .type(OutputGroupType.FILE_GROUP_SETTINGS)
                    .fileGroupSettings(settings -> settings.destination(destination)))
        .outputs(output)
        .build();
  }

  private static VideoDescription video(Rendition rendition) {
    return VideoDescription.builder()
        .width(rendition.width())
        .height(rendition.height())
        .codecSettings(
            codec ->
                codec
                    .codec(VideoCodec.H_264)
                    .h264Settings(
                        h264 ->
                            h264.rateControlMode(H264RateControlMode.QVBR)
                                .maxBitrate(rendition.bitsPerSecond())
                                .qualityTuningLevel(H264QualityTuningLevel.SINGLE_PASS_HQ)
                                .sceneChangeDetect(H264SceneChangeDetect.DISABLED)
                                .gopSize((double) GOP_SECONDS)
                                .gopSizeUnits(H264GopSizeUnits.SECONDS)
                                .framerateControl(H264FramerateControl.INITIALIZE_FROM_SOURCE)))
        .build();
  }

  private static AudioDescription audio() {
    return AudioDescription.builder()
        .audioSourceName(AUDIO)
        .codecSettings(
            codec ->
                codec
                    .codec(AudioCodec.AAC)
                    .aacSettings(
                        AacSettings.builder()
                            .bitrate(AUDIO_BITS_PER_SECOND)
                            .codingMode(AacCodingMode.CODING_MODE_2_0)
                            .sampleRate(AUDIO_SAMPLE_RATE)
                            .build()))
        .build();
  }
}
