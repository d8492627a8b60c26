package onair.awslocal.media.push;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.Push;
import onair.awslocal.media.VideoRendition;

/** Says in ffmpeg's words how one output is delivered: what is encoded is packed anew, as it is. */
final class PushArguments {

  private static final String HIDDEN = "its address";

  private final Path ffmpeg;
  private final EncoderJob job;
  private final Push push;

  PushArguments(Path ffmpeg, EncoderJob job, Push push) {
    this.ffmpeg = ffmpeg;
    this.job = job;
    this.push = push;
  }

  /** The track that a delivery has to begin with: its picture's, else its first sound's. */
  int leadingTrack() {
    List<String> video = job.video().stream().map(VideoRendition::name).toList();
    return push.video() != null
        ? video.indexOf(push.video())
        : video.size()
            + job.audio().stream()
                .map(AudioRendition::name)
                .toList()
                .indexOf(push.audio().getFirst());
  }

  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(ffmpeg.toString());
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "error"));
    command.addAll(List.of("-progress", "pipe:1", "-stats_period", "0.5"));
    command.addAll(List.of("-probesize", "500000", "-f", "mp4", "-i", "pipe:0"));
    List<String> video = job.video().stream().map(VideoRendition::name).toList();
    List<String> audio = job.audio().stream().map(AudioRendition::name).toList();
    if (push.video() != null) {
      command.addAll(List.of("-map", "0:v:" + video.indexOf(push.video())));
    }
    for (String name : push.audio()) {
      command.addAll(List.of("-map", "0:a:" + audio.indexOf(name)));
    }
    command.addAll(List.of("-c", "copy", "-max_interleave_delta", "4000000"));
    push.options().forEach((name, value) -> command.addAll(List.of("-" + name, value)));
    switch (push.format()) {
      case FLV -> {
        command.addAll(List.of("-rw_timeout", "10000000"));
        command.addAll(List.of("-flvflags", "no_duration_filesize", "-f", "flv"));
      }
      case MPEG_TS -> command.addAll(List.of("-muxdelay", "0", "-f", "mpegts"));
    }
    command.add(push.url());
    return command;
  }

  /** Whether a line of progress says that something was delivered. */
  static boolean tellsOfDelivery(String line) {
    return line.startsWith("out_time_us=") && line.matches("out_time_us=[1-9]\\d*");
  }

  /** What the program said last, without the address and what is in it. */
  String masked(List<String> lines) {
    String said = lines.isEmpty() ? "it ended without a word" : lines.getLast();
    String name = push.url().substring(push.url().lastIndexOf('/') + 1);
    String masked = said.replace(push.url(), HIDDEN);
    for (String secret : push.options().values()) {
      masked = secret.isEmpty() ? masked : masked.replace(secret, "…");
    }
    return name.length() > 3 ? masked.replace(name, "…") : masked;
  }
}
