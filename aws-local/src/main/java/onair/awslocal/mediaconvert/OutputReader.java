package onair.awslocal.mediaconvert;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.AacCodecProfile;
import software.amazon.awssdk.services.mediaconvert.model.AacCodingMode;
import software.amazon.awssdk.services.mediaconvert.model.AacRateControlMode;
import software.amazon.awssdk.services.mediaconvert.model.AacSettings;
import software.amazon.awssdk.services.mediaconvert.model.AudioCodec;
import software.amazon.awssdk.services.mediaconvert.model.AudioDescription;
import software.amazon.awssdk.services.mediaconvert.model.FrameCaptureSettings;
import software.amazon.awssdk.services.mediaconvert.model.H264FramerateControl;
import software.amazon.awssdk.services.mediaconvert.model.H264GopSizeUnits;
import software.amazon.awssdk.services.mediaconvert.model.H264InterlaceMode;
import software.amazon.awssdk.services.mediaconvert.model.H264RateControlMode;
import software.amazon.awssdk.services.mediaconvert.model.H264Settings;
import software.amazon.awssdk.services.mediaconvert.model.H264Telecine;
import software.amazon.awssdk.services.mediaconvert.model.ScalingBehavior;
import software.amazon.awssdk.services.mediaconvert.model.VideoCodec;
import software.amazon.awssdk.services.mediaconvert.model.VideoDescription;

/** Reads what one output encodes. */
final class OutputReader {

  private static final double DEFAULT_GOP_SECONDS = 2;
  private static final double LONGEST_GOP_SECONDS = 60;
  private static final List<Integer> SAMPLE_RATES =
      List.of(8000, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 88_200, 96_000);
  private static final int DEFAULT_CAPTURES = 10_000;

  private final Findings findings;
  private final Set<String> sounds;

  OutputReader(Findings findings, Set<String> sounds) {
    this.findings = findings;
    this.sounds = sounds;
  }

  Optional<VideoPlan> video(VideoDescription video, String modifier, String place) {
    String at = place + ".VideoDescription";
    FrameSize size = size(video, at);
    H264Settings h264 =
        video.codecSettings() != null && video.codecSettings().codec() == VideoCodec.H_264
            ? video.codecSettings().h264Settings()
            : null;
    if (h264 == null) {
      findings.add(
          at + ".CodecSettings",
          "only H_264 with its settings is supported by the local MediaConvert");
      return Optional.empty();
    }
    String inside = at + ".CodecSettings.H264Settings";
    findings.onlyKnown(h264, inside, Supported.H264);
    findings.require(
        h264.interlaceMode() == null || h264.interlaceMode() == H264InterlaceMode.PROGRESSIVE,
        inside + ".InterlaceMode",
        "only PROGRESSIVE is supported by the local MediaConvert");
    findings.require(
        h264.telecine() == null || h264.telecine() == H264Telecine.NONE,
        inside + ".Telecine",
        "only NONE is supported by the local MediaConvert");
    boolean specified = h264.framerateControl() == H264FramerateControl.SPECIFIED;
    boolean rated = h264.framerateNumerator() != null && h264.framerateDenominator() != null;
    findings.require(
        !specified || rated,
        inside,
        "FramerateNumerator and FramerateDenominator are required when it is SPECIFIED");
    return Optional.of(
        new VideoPlan(
            modifier,
            size,
            bitrate(h264, inside),
            specified && rated ? h264.framerateNumerator() : 0,
            specified && rated ? h264.framerateDenominator() : 0,
            gop(h264, inside),
            profile(h264, inside)));
  }

  /** QVBR has no target, so its limit is what we aim at. */
  private int bitrate(H264Settings h264, String at) {
    boolean quality = h264.rateControlMode() == H264RateControlMode.QVBR;
    Integer bits = quality ? h264.maxBitrate() : h264.bitrate();
    findings.require(
        bits != null, at + (quality ? ".MaxBitrate" : ".Bitrate"), "is required for this mode");
    findings.require(
        quality || h264.qvbrSettings() == null, at + ".QvbrSettings", "belongs to QVBR only");
    return bits == null ? 0 : bits;
  }

  private VideoPlan.Gop gop(H264Settings h264, String at) {
    double size = h264.gopSize() == null ? 0 : h264.gopSize();
    if (size <= 0 || h264.gopSizeUnits() == H264GopSizeUnits.AUTO) {
      return new VideoPlan.Gop(DEFAULT_GOP_SECONDS, false);
    }
    boolean seconds = h264.gopSizeUnits() == H264GopSizeUnits.SECONDS;
    findings.require(
        !seconds || size <= LONGEST_GOP_SECONDS,
        at + ".GopSize",
        "more than 60 seconds are not supported by the local MediaConvert");
    return new VideoPlan.Gop(size, !seconds);
  }

  private String profile(H264Settings h264, String at) {
    return switch (h264.codecProfile()) {
      case BASELINE -> "BASELINE";
      case MAIN -> "MAIN";
      case HIGH -> "HIGH";
      case null -> "MAIN";
      default -> {
        findings.add(at + ".CodecProfile", "is not supported by the local MediaConvert");
        yield "HIGH";
      }
    };
  }

  private FrameSize size(VideoDescription video, String at) {
    findings.onlyKnown(video, at, Supported.VIDEO);
    findings.require(
        isEven(video.width()) && isEven(video.height()), at, "Width and Height must be even");
    return new FrameSize(
        video.width() == null ? 0 : video.width(),
        video.height() == null ? 0 : video.height(),
        scaling(video.scalingBehavior(), at));
  }

  private FrameSize.Scaling scaling(@Nullable ScalingBehavior behavior, String at) {
    return switch (behavior) {
      case DEFAULT -> FrameSize.Scaling.PAD;
      case FIT -> FrameSize.Scaling.FIT;
      case FIT_NO_UPSCALE -> FrameSize.Scaling.FIT_NO_UPSCALE;
      case null -> FrameSize.Scaling.PAD;
      default -> {
        findings.add(at + ".ScalingBehavior", "is not supported by the local MediaConvert");
        yield FrameSize.Scaling.PAD;
      }
    };
  }

  private static boolean isEven(@Nullable Integer pixels) {
    return pixels == null || pixels % 2 == 0;
  }

  Optional<AudioPlan> audio(AudioDescription audio, String modifier, String place) {
    String at = place + ".AudioDescriptions[0]";
    findings.onlyKnown(audio, at, Supported.AUDIO);
    findings.require(
        audio.audioSourceName() == null || sounds.contains(audio.audioSourceName()),
        at + ".AudioSourceName",
        "names no audio selector of the input");
    AacSettings aac =
        audio.codecSettings() != null && audio.codecSettings().codec() == AudioCodec.AAC
            ? audio.codecSettings().aacSettings()
            : null;
    if (aac == null) {
      findings.add(
          at + ".CodecSettings",
          "only AAC with its settings is supported by the local MediaConvert");
      return Optional.empty();
    }
    String inside = at + ".CodecSettings.AacSettings";
    findings.onlyKnown(aac, inside, Supported.AAC);
    findings.require(
        aac.codecProfile() == null || aac.codecProfile() == AacCodecProfile.LC,
        inside + ".CodecProfile",
        "only LC is supported by the local MediaConvert");
    findings.require(
        aac.rateControlMode() == null || aac.rateControlMode() == AacRateControlMode.CBR,
        inside + ".RateControlMode",
        "only CBR is supported by the local MediaConvert");
    findings.require(aac.bitrate() != null, inside + ".Bitrate", "is required");
    findings.require(
        aac.sampleRate() != null && SAMPLE_RATES.contains(aac.sampleRate()),
        inside + ".SampleRate",
        "must be one of " + SAMPLE_RATES);
    boolean mono = aac.codingMode() == AacCodingMode.CODING_MODE_1_0;
    findings.require(
        mono || aac.codingMode() == AacCodingMode.CODING_MODE_2_0,
        inside + ".CodingMode",
        "only CODING_MODE_1_0 and CODING_MODE_2_0 are supported by the local MediaConvert");
    return Optional.of(
        new AudioPlan(
            modifier,
            aac.bitrate() == null ? 0 : aac.bitrate(),
            aac.sampleRate() == null ? 0 : aac.sampleRate(),
            mono ? 1 : 2));
  }

  Optional<JobPlan.File> frames(VideoDescription video, String modifier, String place) {
    String at = place + ".VideoDescription";
    FrameSize size = size(video, at);
    FrameCaptureSettings settings = video.codecSettings().frameCaptureSettings();
    if (settings == null) {
      findings.add(at + ".CodecSettings.FrameCaptureSettings", "is required for this codec");
      return Optional.empty();
    }
    return Optional.of(
        new JobPlan.Frames(
            modifier,
            size,
            settings.framerateNumerator() == null ? 1 : settings.framerateNumerator(),
            settings.framerateDenominator() == null ? 1 : settings.framerateDenominator(),
            settings.maxCaptures() == null ? DEFAULT_CAPTURES : settings.maxCaptures(),
            settings.quality() == null ? 80 : settings.quality()));
  }
}
