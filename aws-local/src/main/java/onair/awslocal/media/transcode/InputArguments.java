package onair.awslocal.media.transcode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How ffmpeg is told to open a stranger's file. Only containers that carry their media themselves:
 * a playlist, a concat script or an image sequence names other files or addresses, and ffmpeg would
 * read them.
 */
final class InputArguments {

  private static final String CONTAINERS =
      "mov,matroska,webm,mpegts,flv,avi,asf,mxf,wav,mp3,aac,flac,ogg";

  /** No single buffer is larger; a picture of the most pixels we take needs far less. */
  private static final long LARGEST_BUFFER = 1L << 30;

  private InputArguments() {}

  /**
   * @param from where to begin reading
   */
  static List<String> of(Path file, MediaLimits limits, Duration from) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-max_alloc", Long.toString(LARGEST_BUFFER)));
    arguments.addAll(List.of("-protocol_whitelist", "file", "-format_whitelist", CONTAINERS));
    arguments.addAll(List.of("-max_pixels", Long.toString(limits.pixels()), "-threads", "2"));
    if (!from.isZero()) {
      arguments.addAll(List.of("-ss", seconds(from)));
    }
    arguments.addAll(List.of("-i", "file:" + file.toAbsolutePath()));
    return arguments;
  }

  /** As ffmpeg reads it, such as {@code 6.040}. */
  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
  }
}
