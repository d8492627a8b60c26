package onair.awslocal.media.transcode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One packet as ffmpeg's {@code framecrc} format writes it.
 *
 * @param end presentation time plus duration, in the stream's time base
 */
record PacketLine(int stream, long end) {

  private static final Pattern PACKET =
      Pattern.compile("^\\s*(\\d{1,4}),\\s*-?\\d+,\\s*(-?\\d{1,18}),\\s*(\\d{1,18}),.*");

  /** Empty for any other line. */
  static Optional<PacketLine> parse(String line) {
    Matcher matcher = PACKET.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new PacketLine(
                Integer.parseInt(matcher.group(1)),
                Long.parseLong(matcher.group(2)) + Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }
}
