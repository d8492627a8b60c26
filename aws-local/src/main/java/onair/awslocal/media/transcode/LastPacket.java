package onair.awslocal.media.transcode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds when the last packet ends in ffmpeg's {@code framecrc} format. */
final class LastPacket implements FencedFfmpeg.OutputReader {

  private static final Pattern TIME_BASE = Pattern.compile("^#tb (\\d+): (\\d+)/(\\d+)$");

  private final Map<Integer, Double> timeBases = new HashMap<>();
  private volatile double seconds = Double.NEGATIVE_INFINITY;

  @Override
  public void read(InputStream output, Runnable alive) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      alive.run();
      Matcher timeBase = TIME_BASE.matcher(line);
      if (timeBase.matches()) {
        timeBases.put(
            Integer.valueOf(timeBase.group(1)),
            Double.parseDouble(timeBase.group(2)) / Double.parseDouble(timeBase.group(3)));
      } else {
        PacketLine.parse(line).ifPresent(this::add);
      }
    }
  }

  private void add(PacketLine packet) {
    double end = packet.end() * timeBases.getOrDefault(packet.stream(), 0.0);
    seconds = Math.max(seconds, end);
  }

  /** Empty when there was none; negative when all were before where the reading was to begin. */
  Optional<Duration> end() {
    return Double.isInfinite(seconds)
        ? Optional.empty()
        : Optional.of(Duration.ofMillis((long) (seconds * 1000)));
  }
}
