package onair.awslocal.media.encoder;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.VideoRendition;

/**
 * Says in ffmpeg's words what a job wants: FLV in, decoded once; H.264 and AAC out as one
 * fragmented MP4 with a track per rendition, video first. A pure function.
 */
final class EncoderArguments {

  /**
   * All tracks in separate fragments, cut together at the keyframes of the first one to have it.
   */
  private static final String FRAGMENTS =
      "+frag_keyframe+empty_moov+default_base_moof+separate_moof+frag_discont+skip_trailer";

  private static final int VIDEO_TIMESCALE = 90_000;

  private final EncoderJob job;
  private final String preset;
  private final Instant started;
  private final List<String> arguments = new ArrayList<>();

  private EncoderArguments(EncoderJob job, String preset, Instant started) {
    this.job = job;
    this.preset = preset;
    this.started = started;
  }

  /**
   * Everything after the executable's name.
   *
   * @param preset of x264: faster ones take less CPU and look worse
   * @param started what the media's time begins with, so that a later run goes on after this one
   */
  static List<String> of(EncoderJob job, String preset, Instant started) {
    return new EncoderArguments(job, preset, started).build();
  }

  private List<String> build() {
    add("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning");
    // Live input: begin with what is there, and decode without a queue of frames per core.
    add("-fflags", "nobuffer", "-analyzeduration", "1000000", "-threads", "2");
    add("-f", "flv", "-i", "pipe:0");
    add("-filter_complex", FilterGraph.of(job));
    for (int i = 0; i < job.video().size(); i++) {
      video(i, job.video().get(i));
    }
    for (int i = 0; i < job.audio().size(); i++) {
      audio(i, job.audio().get(i));
    }
    output();
    return List.copyOf(arguments);
  }

  private void video(int index, VideoRendition rendition) {
    String bits = Integer.toString(rendition.bitsPerSecond());
    add("-map", "[v%d]".formatted(index));
    add("-c:v:" + index, "libx264", "-preset:v:" + index, preset);
    add("-profile:v:" + index, profile(rendition.profile()));
    add("-b:v:" + index, bits, "-maxrate:v:" + index, bits, "-bufsize:v:" + index, bits);
    // Keyframes at the interval and nowhere else; no B-frames, so that decode order is display
    // order.
    add("-sc_threshold:v:" + index, "0", "-bf:v:" + index, "0");
    keyframes(index, rendition);
  }

  private void keyframes(int index, VideoRendition rendition) {
    if (keepsFrameRate(rendition)) {
      String seconds = seconds(rendition.gop().toMillis());
      add("-g:v:" + index, "100000");
      add("-force_key_frames:v:" + index, "expr:gte(t,n_forced*%s)".formatted(seconds));
      return;
    }
    String frames = Long.toString(framesPerGop(rendition));
    add("-g:v:" + index, frames, "-keyint_min:v:" + index, frames);
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

  private void audio(int index, AudioRendition rendition) {
    add("-map", "[a%d]".formatted(index));
    add("-c:a:" + index, "aac", "-b:a:" + index, Integer.toString(rendition.bitsPerSecond()));
    add("-ar:a:" + index, Integer.toString(rendition.sampleRate()));
    add("-ac:a:" + index, Integer.toString(rendition.channels()));
  }

  private void output() {
    add("-video_track_timescale", Integer.toString(VIDEO_TIMESCALE));
    // A track that falls silent holds the others back no longer than a second.
    add("-max_interleave_delta", "1000000", "-flush_packets", "1");
    // Each track's times as they are, the AAC encoder's lead-in included, from this moment on.
    add(
        "-output_ts_offset",
        seconds(started.toEpochMilli()),
        "-avoid_negative_ts",
        "disabled",
        "-use_editlist",
        "0");
    if (job.video().isEmpty()) {
      add("-frag_duration", "2000000");
    }
    add("-movflags", FRAGMENTS, "-f", "mp4", "pipe:1");
  }

  private static String seconds(long milliseconds) {
    return BigDecimal.valueOf(milliseconds, 3).toPlainString();
  }

  private void add(String... words) {
    arguments.addAll(List.of(words));
  }
}
