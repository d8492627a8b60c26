package onair.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A broadcaster's encoder that costs little, so that several go on together: small pictures with a
 * keyframe each second, and a tone. It does not connect again.
 */
final class SmallSender implements AutoCloseable {

  /** Of as little as it sends, and so cheap to encode too; of a name that no other has. */
  static Map<String, Object> ladder(String name) {
    return Map.of(
        "name",
        name,
        "frame_rate",
        24,
        "gop_seconds",
        1,
        "video",
        List.of(Map.of("name", "180p", "width", 320, "height", 180, "bits_per_second", 400_000)));
  }

  private final Process process;

  private SmallSender(Process process) {
    this.process = process;
  }

  /**
   * @param server {@code rtmp://host:port/app}
   * @param log what ffmpeg says goes here
   */
  static SmallSender byRtmp(String server, String streamKey, Path log) throws IOException {
    return start(server + "/" + streamKey, log);
  }

  private static SmallSender start(String address, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            ("ffmpeg -hide_banner -nostdin -loglevel warning"
                    + " -re -f lavfi -i testsrc2=size=320x180:rate=24"
                    + " -re -f lavfi -i sine=frequency=440:sample_rate=48000"
                    + " -c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p"
                    + " -b:v 400k -g 24 -c:a aac -ac 2")
                .split(" ")));
    command.addAll(List.of("-f", "flv", address));
    return new SmallSender(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  boolean isSending() {
    return process.isAlive();
  }

  /** Killed, as by a power cut: nothing is said to the other side. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
