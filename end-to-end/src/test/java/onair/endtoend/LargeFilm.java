package onair.endtoend;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import onair.launcher.TestClip;

/** Films that are sent in several parts. */
final class LargeFilm {
  private static final int FILLING = 120 * 1024 * 1024;

  private LargeFilm() {}

  /** One of sixteen parts: a box that players skip makes it that long. */
  static Path make(Path target, int seconds) throws IOException, InterruptedException {
    TestClip.make(Path.of("ffmpeg"), target, "navy", 440, seconds);
    byte[] filling = new byte[FILLING];
    new Random(1).nextBytes(filling);
    ByteBuffer.wrap(filling).putInt(filling.length).put("free".getBytes(StandardCharsets.US_ASCII));
    return Files.write(target, filling, StandardOpenOption.APPEND);
  }

  /** As long as that, without taking the room: nothing of it was written. */
  static Path sparse(Path target, long bytes) throws IOException {
    try (var file = new RandomAccessFile(target.toFile(), "rw")) {
      file.setLength(bytes);
    }
    return target;
  }
}
