package onair.awslocal.medialive;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.AacCodingMode;
import software.amazon.awssdk.services.medialive.model.AacSettings;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264GopSizeUnits;
import software.amazon.awssdk.services.medialive.model.H264Profile;
import software.amazon.awssdk.services.medialive.model.H264Settings;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

/**
 * Turns descriptions of H.264 and AAC into renditions. Empty means that this machine does not
 * encode such a description. Defaults for what is left open are MediaLive's.
 */
final class Renditions {

  private static final double DEFAULT_GOP_FRAMES = 90;
  private static final double ASSUMED_FRAME_RATE = 30;
  private static final int DEFAULT_VIDEO_BITRATE = 5_000_000;
  private static final double DEFAULT_AUDIO_BITRATE = 192_000;
  private static final double DEFAULT_SAMPLE_RATE = 48_000;

  private static final int LONGEST_NAME = 36;

  private final Set<String> names = new HashSet<>();
  private final Map<String, String> pictures = new HashMap<>();
  private final Map<String, String> sounds = new HashMap<>();

  Optional<VideoRendition> video(VideoDescription description) {
    if (description.codecSettings() == null
        || description.codecSettings().h264Settings() == null
        || description.width() == null
        || description.height() == null) {
      return Optional.empty();
    }
    H264Settings h264 = description.codecSettings().h264Settings();
    return Optional.of(
        new VideoRendition(
            named(pictures, description.name()),
            description.width(),
            description.height(),
            bitrate(h264),
            specified(h264) ? h264.framerateNumerator() : 0,
            specified(h264) ? h264.framerateDenominator() : 0,
            gop(h264),
            profile(h264.profile())));
  }

  Optional<AudioRendition> audio(AudioDescription description) {
    if (description.codecSettings() == null || description.codecSettings().aacSettings() == null) {
      return Optional.empty();
    }
    AacSettings aac = description.codecSettings().aacSettings();
    boolean mono =
        aac.codingMode() == AacCodingMode.CODING_MODE_1_0
            || aac.codingMode() == AacCodingMode.AD_RECEIVER_MIX;
    return Optional.of(
        new AudioRendition(
            named(sounds, description.name()),
            (int) orElse(aac.bitrate(), DEFAULT_AUDIO_BITRATE),
            (int) orElse(aac.sampleRate(), DEFAULT_SAMPLE_RATE),
            mono ? 1 : 2));
  }

  /** Length of a GOP; one given in frames of an unspecified rate is taken at 30 frames a second. */
  static Duration gop(H264Settings h264) {
    double size = orElse(h264.gopSize(), DEFAULT_GOP_FRAMES);
    double rate =
        specified(h264)
            ? (double) h264.framerateNumerator() / h264.framerateDenominator()
            : ASSUMED_FRAME_RATE;
    double seconds = h264.gopSizeUnits() == H264GopSizeUnits.SECONDS ? size : size / rate;
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static boolean specified(H264Settings h264) {
    return h264.framerateControl() == H264FramerateControl.SPECIFIED
        && h264.framerateNumerator() != null
        && h264.framerateDenominator() != null;
  }

  private static int bitrate(H264Settings h264) {
    if (h264.bitrate() != null) {
      return h264.bitrate();
    }
    return h264.maxBitrate() == null ? DEFAULT_VIDEO_BITRATE : h264.maxBitrate();
  }

  private static String profile(@Nullable H264Profile profile) {
    return switch (profile) {
      case BASELINE -> "BASELINE";
      case HIGH, HIGH_10_BIT, HIGH_422, HIGH_422_10_BIT -> "HIGH";
      case null, default -> "MAIN";
    };
  }

  /** The rendition that was made of this video description. */
  Optional<String> ofVideo(String description) {
    return Optional.ofNullable(pictures.get(description));
  }

  /** The rendition that was made of this audio description. */
  Optional<String> ofAudio(String description) {
    return Optional.ofNullable(sounds.get(description));
  }

  private String named(Map<String, String> known, String description) {
    String name = distinct(description);
    known.put(description, name);
    return name;
  }

  private String distinct(String name) {
    String safe = clean(name);
    String candidate = safe;
    for (int i = 2; !names.add(candidate); i++) {
      candidate = safe + "-" + i;
    }
    return candidate;
  }

  /** A description's name as a rendition's, unless another one has it. */
  static String clean(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9_-]", "_");
    return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  private static double orElse(@Nullable Double value, double otherwise) {
    return value == null ? otherwise : value;
  }
}
