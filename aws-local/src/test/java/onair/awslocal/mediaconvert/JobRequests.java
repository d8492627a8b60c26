package onair.awslocal.mediaconvert;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.mediaconvert.model.AacCodingMode;
import software.amazon.awssdk.services.mediaconvert.model.AudioCodec;
import software.amazon.awssdk.services.mediaconvert.model.AudioDefaultSelection;
import software.amazon.awssdk.services.mediaconvert.model.AudioDescription;
import software.amazon.awssdk.services.mediaconvert.model.AudioSelector;
import software.amazon.awssdk.services.mediaconvert.model.ContainerType;
import software.amazon.awssdk.services.mediaconvert.model.CreateJobRequest;
import software.amazon.awssdk.services.mediaconvert.model.H264FramerateControl;
import software.amazon.awssdk.services.mediaconvert.model.H264GopSizeUnits;
import software.amazon.awssdk.services.mediaconvert.model.H264RateControlMode;
import software.amazon.awssdk.services.mediaconvert.model.H264SceneChangeDetect;
import software.amazon.awssdk.services.mediaconvert.model.Input;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.Output;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroup;
import software.amazon.awssdk.services.mediaconvert.model.OutputGroupType;
import software.amazon.awssdk.services.mediaconvert.model.TimecodeSource;
import software.amazon.awssdk.services.mediaconvert.model.VideoCodec;
import software.amazon.awssdk.services.mediaconvert.model.VideoDescription;

/** Jobs to ask for. */
final class JobRequests {

  static final String ROLE = "arn:aws:iam::111122223333:role/MediaConvertRole";

  private static final String SOUND = "Audio Selector 1";

  private JobRequests() {}

  /** HLS and DASH in two sizes, an MP4, a thumbnail every two seconds. */
  static CreateJobRequest everything(String key) {
    return of(key, cmaf(), mp4(), thumbnails());
  }

  /** The cheapest job there is. */
  static CreateJobRequest small(String key) {
    return of(key, mp4());
  }

  static CreateJobRequest of(String key, OutputGroup... groups) {
    return CreateJobRequest.builder()
        .role(ROLE)
        .userMetadata(Map.of("assetId", "as_1"))
        .settings(settings(key, groups))
        .build();
  }

  static JobSettings settings(String key, OutputGroup... groups) {
    return JobSettings.builder()
        .timecodeConfig(t -> t.source(TimecodeSource.ZEROBASED))
        .inputs(input("s3://" + MediaConvert.IN + "/" + key))
        .outputGroups(List.of(groups))
        .build();
  }

  static Input input(String address) {
    return Input.builder()
        .fileInput(address)
        .audioSelectors(
            Map.of(
                SOUND,
                AudioSelector.builder().defaultSelection(AudioDefaultSelection.DEFAULT).build()))
        .videoSelector(v -> {})
        .build();
  }

  static OutputGroup cmaf() {
    return OutputGroup.builder()
        .name("cmaf")
        .outputGroupSettings(
            s ->
                s.type(OutputGroupType.CMAF_GROUP_SETTINGS)
                    .cmafGroupSettings(
                        c ->
                            c.destination("s3://" + MediaConvert.OUT + "/film/cmaf/index")
                                .segmentLength(4)
                                .fragmentLength(2)))
        .outputs(
            picture("_v360", ContainerType.CMFC, 640, 360, 800_000),
            picture("_v180", ContainerType.CMFC, 320, 180, 300_000),
            Output.builder()
                .nameModifier("_a")
                .containerSettings(c -> c.container(ContainerType.CMFC))
                .audioDescriptions(sound())
                .build())
        .build();
  }

  static OutputGroup mp4() {
    Output picture = picture("_360", ContainerType.MP4, 640, 360, 800_000);
    return files("download", "film/film", picture.toBuilder().audioDescriptions(sound()).build());
  }

  static OutputGroup thumbnails() {
    return files(
        "thumbnails",
        "film/thumbs/",
        Output.builder()
            .nameModifier("_thumb")
            .containerSettings(c -> c.container(ContainerType.RAW))
            .videoDescription(
                v ->
                    v.width(160)
                        .height(90)
                        .codecSettings(
                            c ->
                                c.codec(VideoCodec.FRAME_CAPTURE)
                                    .frameCaptureSettings(
                                        f ->
                                            f.framerateNumerator(1)
                                                .framerateDenominator(2)
                                                .maxCaptures(100)
                                                .quality(80))))
            .build());
  }

  static OutputGroup files(String name, String destination, Output output) {
    return OutputGroup.builder()
        .name(name)
        .outputGroupSettings(
            s ->
                s.type(OutputGroupType.FILE_GROUP_SETTINGS)
                    .fileGroupSettings(
                        f -> f.destination("s3://" + MediaConvert.OUT + "/" + destination)))
        .outputs(output)
        .build();
  }

  static Output picture(String modifier, ContainerType container, int width, int height, int bits) {
    return Output.builder()
        .nameModifier(modifier)
        .containerSettings(c -> c.container(container))
        .videoDescription(video(width, height, bits))
        .build();
  }

  static VideoDescription video(int width, int height, int bits) {
    return VideoDescription.builder()
        .width(width)
        .height(height)
        .codecSettings(
            c ->
                c.codec(VideoCodec.H_264)
                    .h264Settings(
                        h ->
                            h.rateControlMode(H264RateControlMode.QVBR)
                                .maxBitrate(bits)
                                .sceneChangeDetect(H264SceneChangeDetect.TRANSITION_DETECTION)
                                .gopSize(2.0)
                                .gopSizeUnits(H264GopSizeUnits.SECONDS)
                                .framerateControl(H264FramerateControl.INITIALIZE_FROM_SOURCE)))
        .build();
  }

  static AudioDescription sound() {
    return AudioDescription.builder()
        .audioSourceName(SOUND)
        .codecSettings(
            c ->
                c.codec(AudioCodec.AAC)
                    .aacSettings(
                        a ->
                            a.bitrate(96_000)
                                .codingMode(AacCodingMode.CODING_MODE_2_0)
                                .sampleRate(48_000)))
        .build();
  }
}
