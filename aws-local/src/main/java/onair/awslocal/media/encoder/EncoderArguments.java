package onair.awslocal.media.encoder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.IngestPoint;

/**
 * Says in ffmpeg's words what a job wants: FLV or MPEG-TS in, decoded once; H.264 and AAC out as
 * one fragmented MP4 with a track per rendition, video first. A pure function.
 */
final class EncoderArguments {

  /**
   * All tracks in separate fragments, cut together at the keyframes of the first one to have it.
   */
  private static final String FRAGMENTS =
      "+frag_keyframe+empty_moov+default_base_moof+separate_moof+frag_discont+skip_trailer";

  private final EncoderJob job;
  private final boolean silent;
  private final String preset;
  private final Instant started;
  private final List<String> arguments = new ArrayList<>();

  private EncoderArguments(EncoderJob job, boolean silent, String preset, Instant started) {
    this.job = job;
    this.silent = silent;
    this.preset = preset;
    this.started = started;
  }

  /**
   * Everything after the executable's name.
   *
   * @param silent whether silence stands in for the sound that the source does not have
   * @param preset of x264: faster ones take less CPU and look worse
   * @param started what the media's time begins with, so that a later run goes on after this one
   */
  static List<String> of(EncoderJob job, boolean silent, String preset, Instant started) {
    return new EncoderArguments(job, silent, preset, started).build();
  }

  private List<String> build() {
    add("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning");
    // Live input: begin with what is there, and decode without a queue of frames per core.
    add("-fflags", "nobuffer", "-analyzeduration", "1000000", "-threads", "2");
    add("-f", format(), "-i", "pipe:0");
    if (silent) {
      add("-f", "lavfi", "-i", "anullsrc=sample_rate=48000:channel_layout=stereo");
    }
    Ladder ladder = new Ladder(job.video(), job.audio());
    add("-filter_complex", ladder.filters("[0:v]", silent ? "[1:a]" : "[0:a]"));
    arguments.addAll(ladder.encoding(preset));
    output();
    return List.copyOf(arguments);
  }

  private String format() {
    return switch (job.source()) {
      case IngestPoint point -> "flv";
      case FlowFeed feed -> "mpegts";
    };
  }

  private void output() {
    if (silent) {
      add("-shortest"); // silence goes on for ever, the source does not
    }
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
