package onair.awslocal.media.transcode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.media.transcode.MediaProbe.Unusable;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a file: what ffmpeg says about it, whether a first frame decodes, and whether the end it
 * promises is there.
 */
final class Prober {

  private static final Duration LOOK = Duration.ofSeconds(60);

  /** For a file that does not say how long it is: all of it is read. */
  private static final Duration MEASURE = Duration.ofMinutes(10);

  private static final Duration TAIL = Duration.ofSeconds(3);
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  private final FencedFfmpeg ffmpeg;
  private final MediaLimits limits;

  Prober(FencedFfmpeg ffmpeg, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.limits = limits;
  }

  MediaProbe probe(Path file) throws InterruptedException {
    try {
      long size = Files.size(file);
      if (size == 0) {
        return new Unusable("the file is empty");
      }
      if (size > limits.bytes()) {
        return new Unusable("the file is larger than %d bytes".formatted(limits.bytes()));
      }
      return look(file);
    } catch (TranscodeFailed e) {
      return new Unusable("looking at it takes too long");
    } catch (IOException e) {
      return new Unusable("the file cannot be read");
    }
  }

  private MediaProbe look(Path file) throws IOException, InterruptedException, TranscodeFailed {
    List<String> arguments = new ArrayList<>(InputArguments.of(file, limits, Duration.ZERO));
    arguments.addAll(List.of("-map", "0:V:0?", "-map", "0:a:0?", "-frames:v", "1"));
    arguments.addAll(List.of("-frames:a", "1", "-f", "framecrc", "pipe:1"));
    List<PacketLine> frames = new ArrayList<>();
    List<String> said = ffmpeg.look(arguments, LOOK, packets(frames)).said();
    ProbeText text = ProbeText.read(said);
    if (text.container() == null) {
      return new Unusable(Complaints.why(said, file, "it is not media of a known kind"));
    }
    String refused = refuse(text);
    if (refused != null) {
      return new Unusable(refused);
    }
    if (frames.stream().noneMatch(frame -> frame.stream() == 0)) {
      return new Unusable(Complaints.why(said, file, "nothing in it can be decoded"));
    }
    Duration duration =
        text.duration() == null
            ? end(file, Duration.ZERO, MEASURE).orElse(Duration.ZERO)
            : text.duration();
    if (!duration.isPositive()) {
      return new Unusable("it has no duration");
    }
    if (duration.compareTo(limits.duration()) > 0) {
      return new Unusable("it is longer than " + limits.duration().toHours() + " hours");
    }
    Media media = new Media(file, text.container(), duration, text.video(), text.audio());
    return keepsItsWord(media)
        ? media
        : new Unusable("it breaks off before its end; it is truncated");
  }

  private @Nullable String refuse(ProbeText text) {
    if (text.sizeless()) {
      return "its pictures have no size, or are too large";
    }
    if (text.video().isEmpty() && text.audio().isEmpty()) {
      return "it has neither pictures nor sound";
    }
    if (text.duration() != null && text.duration().isZero()) {
      return "it has no duration";
    }
    for (VideoTrack track : text.video()) {
      if (track.width() < 1 || track.height() < 1) {
        return "its pictures have no size";
      }
      if ((long) track.width() * track.height() > limits.pixels()) {
        return "its pictures of %d by %d pixels are too large"
            .formatted(track.width(), track.height());
      }
    }
    return null;
  }

  /** Only these containers say exactly how long they are. */
  private boolean keepsItsWord(Media media)
      throws IOException, InterruptedException, TranscodeFailed {
    if (!media.container().startsWith("mov") && !media.container().startsWith("matroska")) {
      return true;
    }
    Duration from = media.duration().minus(TAIL);
    Duration begin = from.isNegative() ? Duration.ZERO : from;
    Duration missing = media.duration().dividedBy(50);
    Duration allowed = missing.compareTo(TOLERANCE) > 0 ? missing : TOLERANCE;
    return end(media.file(), begin, LOOK)
        .filter(end -> end.plus(begin).plus(allowed).compareTo(media.duration()) >= 0)
        .isPresent();
  }

  /** When the last packet ends, counted from {@code from}. */
  private Optional<Duration> end(Path file, Duration from, Duration limit)
      throws IOException, InterruptedException, TranscodeFailed {
    List<String> arguments = new ArrayList<>(List.of("-loglevel", "error"));
    arguments.addAll(InputArguments.of(file, limits, from));
    arguments.addAll(List.of("-map", "0:V?", "-map", "0:a?", "-c", "copy"));
    arguments.addAll(List.of("-f", "framecrc", "pipe:1"));
    LastPacket last = new LastPacket();
    ffmpeg.look(arguments, limit, last);
    return last.end();
  }

  private static FencedFfmpeg.OutputReader packets(List<PacketLine> found) {
    return (output, alive) -> {
      var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        PacketLine.parse(line).ifPresent(found::add);
        alive.run();
      }
    };
  }
}
