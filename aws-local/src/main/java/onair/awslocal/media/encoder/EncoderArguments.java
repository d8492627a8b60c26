package onair.awslocal.media.encoder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.EncoderJob;

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

  /** A frame of sound more, so that a sound track that begins early cuts no picture off. */
  private static final String CHUNK_MICROSECONDS = "522000";

  private final EncoderJob job;
  private final Instant started;
  private final List<String> arguments = new ArrayList<>();

  private EncoderArguments(EncoderJob job, Instant started) {
    this.job = job;
    this.started = started;
  }

  /**
   * Everything after the executable's name, for a source on standard input.
   *
   * @param silent whether silence stands in for the sound that the source does not have
   * @param preset of x264: faster ones take less CPU and look worse
   * @param started what the media's time begins with, so that a later run goes on after this one
   * @param format of the source: {@code flv} or {@code mpegts}
   * @param overlays pictures over the programme
   */
  static List<String> of(
      EncoderJob job,
      boolean silent,
      String preset,
      Instant started,
      String format,
      List<Overlays.Shown> overlays) {
    var made = new EncoderArguments(job, started);
    made.begin();
    // Live input: begin with what is there, and decode without a queue of frames per core.
    made.add("-fflags", "nobuffer", "-analyzeduration", "1000000", "-threads", "2");
    made.add("-f", format, "-i", "pipe:0");
    if (silent) {
      made.add("-f", "lavfi", "-i", "anullsrc=sample_rate=48000:channel_layout=stereo");
    }
    var pictures = new OverlayFilters(overlays, started, silent ? 2 : 1);
    made.arguments.addAll(pictures.inputs());
    Ladder ladder = new Ladder(job.video(), job.audio());
    made.add("-filter_complex", pictures.of(ladder, "[0:v]", silent ? "[1:a]" : "[0:a]"));
    made.arguments.addAll(ladder.encoding(preset));
    if (silent) {
      made.add("-shortest"); // silence goes on for ever, the source does not
    }
    made.output();
    return List.copyOf(made.arguments);
  }

  /**
   * The same for what is shown in place of a source, without end.
   *
   * @param filler whose pictures are on this machine's disk
   */
  static List<String> of(
      EncoderJob job,
      Filler filler,
      String preset,
      Instant started,
      List<Overlays.Shown> overlays) {
    var made = new EncoderArguments(job, started);
    var scene = new FillerScene(filler, job.video());
    made.begin();
    made.arguments.addAll(scene.inputs());
    Ladder ladder = new Ladder(job.video(), job.audio());
    var pictures = new OverlayFilters(overlays, started, scene.inputCount());
    made.arguments.addAll(pictures.inputs());
    made.add("-filter_complex", scene.of(pictures, ladder));
    made.arguments.addAll(ladder.encoding(preset));
    made.output();
    return List.copyOf(made.arguments);
  }

  /** The same with GOPs cut to chunks of half a second, at the first frame behind it. */
  static List<String> inChunks(List<String> arguments) {
    List<String> chunked = new ArrayList<>(arguments);
    chunked.addAll(chunked.size() - 1, List.of("-frag_duration", CHUNK_MICROSECONDS));
    return List.copyOf(chunked);
  }

  private void begin() {
    add("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning");
  }

  private void output() {
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
