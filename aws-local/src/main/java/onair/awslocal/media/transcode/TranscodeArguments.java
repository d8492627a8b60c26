package onair.awslocal.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.encoder.Ladder;
import onair.awslocal.media.transcode.MediaProbe.Media;

/** Says in ffmpeg's words what is to be made of a file. Pure functions. */
final class TranscodeArguments {

  /**
   * All tracks in separate fragments, cut together at the keyframes of the first one. Times begin
   * at zero or just after it, where an encoder's lead-in has its place.
   */
  private static final String FRAGMENTS =
      "+frag_keyframe+empty_moov+default_base_moof+separate_moof+frag_discont+skip_trailer";

  private static final String PROGRESS = "pipe:1";

  private final Media input;
  private final MediaLimits limits;
  private final String preset;

  TranscodeArguments(Media input, MediaLimits limits, String preset) {
    this.input = input;
    this.limits = limits;
    this.preset = preset;
  }

  /** Fragmented MP4 on standard output. */
  List<String> cmaf(CmafSpec spec) {
    List<String> arguments = encoded(spec.video(), spec.audio(), spec.audioTrack());
    arguments.addAll(List.of("-avoid_negative_ts", "make_non_negative", "-use_editlist", "0"));
    arguments.addAll(List.of("-max_interleave_delta", "1000000"));
    if (spec.video().isEmpty()) {
      arguments.addAll(List.of("-frag_duration", Long.toString(spec.segment().toNanos() / 1000)));
    }
    arguments.addAll(List.of("-movflags", FRAGMENTS, "-f", "mp4", "pipe:1"));
    return arguments;
  }

  /** An MP4 in a file, progress on standard output. */
  List<String> mp4(Mp4Spec spec, Path file) {
    List<VideoRendition> video = spec.video() == null ? List.of() : List.of(spec.video());
    List<AudioRendition> audio = spec.audio() == null ? List.of() : List.of(spec.audio());
    List<String> arguments = encoded(video, audio, spec.audioTrack());
    arguments.addAll(List.of("-movflags", "+faststart", "-progress", PROGRESS));
    arguments.addAll(List.of("-f", "mp4", "-y", "file:" + file.toAbsolutePath()));
    return arguments;
  }

  /** JPEG files in a folder, progress on standard output. */
  List<String> thumbnails(ThumbnailSpec spec, Path folder) {
    String size = spec.width() + ":" + spec.height();
    String tick =
        String.format(Locale.ROOT, "%%s*%d/%d", spec.rateNumerator(), spec.rateDenominator());
    // The first frame, and each that is the first of its interval.
    String select =
        "isnan(prev_selected_t)+gt(floor(%s)\\,floor(%s))"
            .formatted(tick.formatted("t"), tick.formatted("prev_selected_t"));
    String filters =
        "[0:%d]select='%s',scale=trunc(iw*sar/2)*2:ih,setsar=1,scale=%s:force_original_aspect_ratio=decrease:force_divisible_by=2,pad=%s:-1:-1,setsar=1,format=yuvj420p[v]"
            .formatted(input.video().getFirst().index(), select, size, size);
    List<String> arguments = opened();
    arguments.addAll(List.of("-filter_complex", filters, "-map", "[v]", "-vsync", "vfr"));
    arguments.addAll(List.of("-c:v", "mjpeg", "-q:v", Integer.toString(scale(spec.quality()))));
    arguments.addAll(List.of("-frames:v", Integer.toString(spec.most())));
    arguments.addAll(List.of("-progress", PROGRESS, "-f", "image2", "-start_number", "0"));
    arguments.addAll(
        List.of("-y", "file:" + folder.toAbsolutePath().resolve(spec.name() + ".%07d.jpg")));
    return arguments;
  }

  private List<String> opened() {
    List<String> arguments = new ArrayList<>(List.of("-loglevel", "warning"));
    arguments.addAll(InputArguments.of(input.file(), limits, Duration.ZERO));
    return arguments;
  }

  private List<String> encoded(
      List<VideoRendition> video, List<AudioRendition> audio, int audioTrack) {
    Ladder ladder = new Ladder(video.stream().map(this::withRate).toList(), audio);
    String pictures = video.isEmpty() ? "" : "[0:%d]".formatted(input.video().getFirst().index());
    List<String> arguments = opened();
    arguments.addAll(List.of("-filter_complex", ladder.filters(pictures, sound(audioTrack))));
    arguments.addAll(ladder.encoding(preset));
    arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1"));
    return arguments;
  }

  /** The sound, made as long as the media where it ends sooner; silence where there is none. */
  private String sound(int track) {
    String seconds = InputArguments.seconds(input.duration());
    if (input.audio().isEmpty()) {
      return "anullsrc=channel_layout=stereo:sample_rate=48000,atrim=duration=%s,"
          .formatted(seconds);
    }
    int index = track < 0 ? input.audio().getFirst().index() : track;
    return "[0:%d]apad=whole_dur=%s,".formatted(index, seconds);
  }

  private VideoRendition withRate(VideoRendition rendition) {
    if (rendition.frameRateNumerator() > 0 && rendition.frameRateDenominator() > 0) {
      return rendition;
    }
    VideoTrack source = input.video().getFirst();
    return new VideoRendition(
        rendition.name(),
        rendition.width(),
        rendition.height(),
        rendition.bitsPerSecond(),
        source.frameRateNumerator(),
        source.frameRateDenominator(),
        rendition.gop(),
        rendition.profile());
  }

  /** Of mjpeg's scale: 2 is best, 31 is worst. */
  private static int scale(int quality) {
    return 2 + (100 - quality) * 29 / 99;
  }
}
