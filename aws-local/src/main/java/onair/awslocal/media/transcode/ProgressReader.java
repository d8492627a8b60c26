package onair.awslocal.media.transcode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import onair.awslocal.media.transcode.FencedFfmpeg.OutputReader;

/** Reads what ffmpeg's {@code -progress} writes. */
final class ProgressReader implements OutputReader {

  private static final String TIME = "out_time_us=";

  private final Consumer<Duration> progress;
  private volatile Duration reached = Duration.ZERO;

  ProgressReader(Consumer<Duration> progress) {
    this.progress = progress;
  }

  @Override
  public void read(InputStream output, Runnable alive) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith(TIME) && line.matches("out_time_us=\\d{1,18}")) {
        Duration now = Duration.ofNanos(Long.parseLong(line.substring(TIME.length())) * 1000);
        if (now.compareTo(reached) > 0) {
          reached = now;
          alive.run();
          progress.accept(now);
        }
      }
    }
  }

  Duration reached() {
    return reached;
  }
}
