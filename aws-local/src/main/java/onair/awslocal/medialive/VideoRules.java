package onair.awslocal.medialive;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264RateControlMode;
import software.amazon.awssdk.services.medialive.model.H264Settings;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputGroup;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/** The part of {@link EncoderRules} about pictures. Only H.264 is looked into. */
final class VideoRules {

  private VideoRules() {}

  static void check(List<VideoDescription> videos, Findings findings) {
    for (int i = 0; i < videos.size(); i++) {
      VideoDescription video = videos.get(i);
      String path = "videoDescriptions[" + i + "]";
      even(video.width(), path + ".width", findings);
      even(video.height(), path + ".height", findings);
      if (video.codecSettings() != null && video.codecSettings().h264Settings() != null) {
        h264(video.codecSettings().h264Settings(), path + ".codecSettings.h264Settings", findings);
      }
    }
  }

  /** MediaPackage cuts all renditions at the same moments, so their GOPs must be of one length. */
  static void sameGop(
      List<VideoDescription> videos, OutputGroup group, String path, Findings findings) {
    Map<String, VideoDescription> byName = new HashMap<>();
    videos.forEach(video -> byName.put(String.valueOf(video.name()), video));
    Set<Duration> lengths = new HashSet<>();
    for (Output output : group.outputs()) {
      VideoDescription video = byName.get(String.valueOf(output.videoDescriptionName()));
      if (video != null
          && video.codecSettings() != null
          && video.codecSettings().h264Settings() != null) {
        lengths.add(Renditions.gop(video.codecSettings().h264Settings()));
      }
    }
    findings.require(
        lengths.size() <= 1, path, "All video of a MediaPackage output group needs one GOP length");
  }

  private static void h264(H264Settings settings, String path, Findings findings) {
    if (settings.rateControlMode() == H264RateControlMode.QVBR) {
      findings.require(
          settings.maxBitrate() != null, path + ".maxBitrate", "Max bitrate is required for QVBR");
    } else if (settings.rateControlMode() != H264RateControlMode.MULTIPLEX) {
      findings.require(
          settings.bitrate() != null, path + ".bitrate", "Bitrate is required for CBR and VBR");
    }
    if (settings.framerateControl() == H264FramerateControl.SPECIFIED) {
      findings.require(
          settings.framerateNumerator() != null && settings.framerateDenominator() != null,
          path + ".framerateNumerator",
          "Framerate numerator and denominator are required when the framerate is specified");
    }
    findings.require(
        settings.gopSize() == null || settings.gopSize() > 0,
        path + ".gopSize",
        "GOP size must be greater than zero");
  }

  private static void even(@Nullable Integer pixels, String path, Findings findings) {
    findings.require(pixels == null || pixels % 2 == 0, path, "Must be an even number of pixels");
  }
}
