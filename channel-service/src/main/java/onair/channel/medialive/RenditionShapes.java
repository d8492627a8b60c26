package onair.channel.medialive;

import onair.channel.ladder.Ladder;
import software.amazon.awssdk.services.medialive.model.AacCodingMode;
import software.amazon.awssdk.services.medialive.model.AacProfile;
import software.amazon.awssdk.services.medialive.model.AacRateControlMode;
import software.amazon.awssdk.services.medialive.model.AacSettings;
import software.amazon.awssdk.services.medialive.model.AudioCodecSettings;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.H264AdaptiveQuantization;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264GopSizeUnits;
import software.amazon.awssdk.services.medialive.model.H264Level;
import software.amazon.awssdk.services.medialive.model.H264LookAheadRateControl;
import software.amazon.awssdk.services.medialive.model.H264ParControl;
import software.amazon.awssdk.services.medialive.model.H264Profile;
import software.amazon.awssdk.services.medialive.model.H264RateControlMode;
import software.amazon.awssdk.services.medialive.model.H264ScanType;
import software.amazon.awssdk.services.medialive.model.H264SceneChangeDetect;
import software.amazon.awssdk.services.medialive.model.H264Settings;
import software.amazon.awssdk.services.medialive.model.VideoCodecSettings;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/** One rendition of a ladder in MediaLive's words, whatever becomes of it; pure. */
final class RenditionShapes {

  /** Quality MediaLive aims at below the highest bit rate: 1 to 10, 7 for television screens. */
  private static final int QUALITY = 7;

  private static final int STEREO = 2;

  private RenditionShapes() {}

  /**
   * Key frames at a fixed distance and only there, so that the segments of all renditions start at
   * the same pictures.
   */
  static VideoDescription video(Ladder ladder, Ladder.Video video) {
    return VideoDescription.builder()
        .name(video.name())
        .width(video.width())
        .height(video.height())
        .codecSettings(VideoCodecSettings.builder().h264Settings(h264(ladder, video)).build())
        .build();
  }

  private static H264Settings h264(Ladder ladder, Ladder.Video video) {
    return H264Settings.builder()
        .rateControlMode(H264RateControlMode.QVBR)
        .qvbrQualityLevel(QUALITY)
        .maxBitrate(video.bitsPerSecond())
        .framerateControl(H264FramerateControl.SPECIFIED)
        .framerateNumerator(ladder.frameRate())
        .framerateDenominator(1)
        .gopSize((double) ladder.gopSeconds())
        .gopSizeUnits(H264GopSizeUnits.SECONDS)
        .gopNumBFrames(video.profile() == Ladder.Profile.BASELINE ? 0 : 2)
        .gopClosedCadence(1)
        .parControl(H264ParControl.SPECIFIED)
        .parNumerator(1)
        .parDenominator(1)
        .profile(profile(video.profile()))
        .level(H264Level.H264_LEVEL_AUTO)
        .adaptiveQuantization(H264AdaptiveQuantization.AUTO)
        .sceneChangeDetect(H264SceneChangeDetect.DISABLED)
        .scanType(H264ScanType.PROGRESSIVE)
        .lookAheadRateControl(H264LookAheadRateControl.MEDIUM)
        .build();
  }

  private static H264Profile profile(Ladder.Profile profile) {
    return switch (profile) {
      case BASELINE -> H264Profile.BASELINE;
      case MAIN -> H264Profile.MAIN;
      case HIGH -> H264Profile.HIGH;
    };
  }

  static AudioDescription audio(Ladder.Audio audio) {
    AacSettings aac =
        AacSettings.builder()
            .bitrate((double) audio.bitsPerSecond())
            .codingMode(
                audio.channels() == STEREO
                    ? AacCodingMode.CODING_MODE_2_0
                    : AacCodingMode.CODING_MODE_1_0)
            .rateControlMode(AacRateControlMode.CBR)
            .sampleRate((double) audio.sampleRate())
            .profile(AacProfile.LC)
            .build();
    return AudioDescription.builder()
        .name(audio.name())
        .audioSelectorName(AttachmentShapes.AUDIO_SELECTOR)
        .codecSettings(AudioCodecSettings.builder().aacSettings(aac).build())
        .build();
  }
}
