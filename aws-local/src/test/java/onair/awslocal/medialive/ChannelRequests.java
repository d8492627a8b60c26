package onair.awslocal.medialive;

import java.util.List;
import software.amazon.awssdk.services.medialive.model.AacCodingMode;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264GopSizeUnits;
import software.amazon.awssdk.services.medialive.model.H264Profile;
import software.amazon.awssdk.services.medialive.model.H264RateControlMode;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.Scte35Type;
import software.amazon.awssdk.services.medialive.model.TimecodeConfigSource;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/** Requests for channels as the platform makes them. */
public final class ChannelRequests {

  private ChannelRequests() {}

  /** One pipeline, two H.264 rungs and AAC, to channel {@code name} of group {@code grp1}. */
  public static CreateChannelRequest live(String name, String inputId) {
    return CreateChannelRequest.builder()
        .name(name)
        .requestId("create-" + name)
        .channelClass(ChannelClass.SINGLE_PIPELINE)
        .roleArn("arn:aws:iam::111122223333:role/MediaLiveAccessRole")
        .inputSpecification(s -> s.codec("AVC").resolution("HD").maximumBitrate("MAX_10_MBPS"))
        .inputAttachments(a -> a.inputId(inputId).inputAttachmentName("main"))
        .destinations(
            d -> d.id("mp2").mediaPackageSettings(m -> m.channelGroup("grp1").channelName(name)))
        .encoderSettings(encoder())
        .build();
  }

  static EncoderSettings encoder() {
    return EncoderSettings.builder()
        .timecodeConfig(t -> t.source(TimecodeConfigSource.SYSTEMCLOCK))
        .videoDescriptions(video("v720", 1280, 720, 3_000_000), video("v360", 640, 360, 800_000))
        .audioDescriptions(audio("a1"))
        .outputGroups(group(output("v720"), output("v360"), sound("a1")))
        .build();
  }

  static VideoDescription video(String name, int width, int height, int bitrate) {
    return VideoDescription.builder()
        .name(name)
        .width(width)
        .height(height)
        .codecSettings(
            c ->
                c.h264Settings(
                    h ->
                        h.rateControlMode(H264RateControlMode.QVBR)
                            .maxBitrate(bitrate)
                            .framerateControl(H264FramerateControl.SPECIFIED)
                            .framerateNumerator(30)
                            .framerateDenominator(1)
                            .gopSize(2.0)
                            .gopSizeUnits(H264GopSizeUnits.SECONDS)
                            .profile(H264Profile.HIGH)))
        .build();
  }

  static AudioDescription audio(String name) {
    return AudioDescription.builder()
        .name(name)
        .audioSelectorName("default")
        .codecSettings(
            c ->
                c.aacSettings(
                    a ->
                        a.bitrate(128_000.0)
                            .sampleRate(48_000.0)
                            .codingMode(AacCodingMode.CODING_MODE_2_0)))
        .build();
  }

  static Output output(String video) {
    return Output.builder()
        .outputName(video)
        .videoDescriptionName(video)
        .outputSettings(s -> s.mediaPackageOutputSettings(m -> {}))
        .build();
  }

  static Output sound(String audio) {
    return Output.builder()
        .outputName(audio)
        .audioDescriptionNames(audio)
        .outputSettings(s -> s.mediaPackageOutputSettings(m -> {}))
        .build();
  }

  static OutputGroup group(Output... outputs) {
    return OutputGroup.builder()
        .name("mp-v2")
        .outputGroupSettings(
            s ->
                s.mediaPackageGroupSettings(
                    m ->
                        m.destination(d -> d.destinationRefId("mp2"))
                            .mediapackageV2GroupSettings(
                                v -> v.scte35Type(Scte35Type.SCTE_35_WITHOUT_SEGMENTATION))))
        .outputs(List.of(outputs))
        .build();
  }
}
