package onair.awslocal.media.encoder;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;

/**
 * How ffmpeg encodes a ladder of renditions, whatever the source and the container. Media made by
 * the same ladder and preset can be played one after the other without another initialization, so
 * live channels, files and ads all come through here. Pure functions.
 *
 * @param video H.264 renditions, made without B-frames
 * @param audio AAC renditions
 */
public record Ladder(List<VideoRendition> video, List<AudioRendition> audio) {

  private static final int VIDEO_TIMESCALE = 90_000;

  public Ladder {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
  }

  /**
   * The filter graph from the source to the encoders, {@code [v0]…} and {@code [a0]…} leaving it.
   *
   * @param videoInput where the pictures come from, such as {@code [0:v]}; a chain of filters may
   *     follow it, ending with a comma
   * @param audioInput where the sound comes from, in the same form
   */
  public String filters(String videoInput, String audioInput) {
    return FilterGraph.of(this, videoInput, audioInput);
  }

  /** Maps what leaves {@link #filters}, video first, and says how each is encoded. */
  public List<String> encoding(String preset) {
    var arguments = new Arguments();
    for (int i = 0; i < video.size(); i++) {
      video(arguments, i, preset);
    }
    for (int i = 0; i < audio.size(); i++) {
      audio(arguments, i);
    }
    arguments.add("-video_track_timescale", Integer.toString(VIDEO_TIMESCALE));
    return List.copyOf(arguments.all);
  }

  private void video(Arguments arguments, int index, String preset) {
    VideoRendition rendition = video.get(index);
    String bits = Integer.toString(rendition.bitsPerSecond());
    arguments.add("-map", "[v%d]".formatted(index));
    arguments.add("-c:v:" + index, "libx264", "-preset:v:" + index, preset);
    arguments.add("-profile:v:" + index, profile(rendition.profile()));
    arguments.add("-b:v:" + index, bits, "-maxrate:v:" + index, bits, "-bufsize:v:" + index, bits);
    // Keyframes at the interval and nowhere else; no B-frames, so that decode order is display
    // order.
    arguments.add("-sc_threshold:v:" + index, "0", "-bf:v:" + index, "0");
    keyframes(arguments, index, rendition);
  }

  private static void keyframes(Arguments arguments, int index, VideoRendition rendition) {
    if (keepsFrameRate(rendition)) {
      String seconds = BigDecimal.valueOf(rendition.gop().toMillis(), 3).toPlainString();
      arguments.add("-g:v:" + index, "100000");
      arguments.add("-force_key_frames:v:" + index, "expr:gte(t,n_forced*%s)".formatted(seconds));
      return;
    }
    String frames = Long.toString(framesPerGop(rendition));
    arguments.add("-g:v:" + index, frames, "-keyint_min:v:" + index, frames);
  }

  static boolean keepsFrameRate(VideoRendition rendition) {
    return rendition.frameRateNumerator() == 0 || rendition.frameRateDenominator() == 0;
  }

  private static long framesPerGop(VideoRendition rendition) {
    Duration gop = rendition.gop();
    double frames =
        gop.toMillis()
            * (double) rendition.frameRateNumerator()
            / rendition.frameRateDenominator()
            / 1000;
    return Math.max(1, Math.round(frames));
  }

  /** Anything above HIGH needs more than 8 bits or 4:2:0, which is all we make. */
  private static String profile(String profile) {
    return switch (profile.toUpperCase(Locale.ROOT)) {
      case "BASELINE" -> "baseline";
      case "MAIN" -> "main";
      default -> "high";
    };
  }

  private void audio(Arguments arguments, int index) {
    AudioRendition rendition = audio.get(index);
    arguments.add("-map", "[a%d]".formatted(index));
    arguments.add("-c:a:" + index, "aac");
    arguments.add("-b:a:" + index, Integer.toString(rendition.bitsPerSecond()));
    arguments.add("-ar:a:" + index, Integer.toString(rendition.sampleRate()));
    arguments.add("-ac:a:" + index, Integer.toString(rendition.channels()));
  }

  private static final class Arguments {

    private final List<String> all = new ArrayList<>();

    void add(String... words) {
      all.addAll(List.of(words));
    }
  }
}
