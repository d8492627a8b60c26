package onair.awslocal.media.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.Thumbnail;
import onair.awslocal.media.encoder.LastPicture.Coded;
import onair.awslocal.media.process.OutputTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes JPEGs of coded pictures when somebody asks, by a short-lived ffmpeg. */
final class Pictures {

  private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What is older is no picture of the present. */
  private static final Duration PRESENT = Duration.ofSeconds(60);

  private static final String SMALL = "scale='min(320,iw)':-2";

  private final Path ffmpeg;
  private final Path folder;

  /**
   * @param folder for pictures that ffmpeg is to read; it exists
   */
  Pictures(Path ffmpeg, Path folder) {
    this.ffmpeg = ffmpeg;
    this.folder = folder;
  }

  /** Empty when the picture is old, or cannot be decoded. */
  Optional<Thumbnail> thumbnail(Coded coded) {
    return coded.at().plus(PRESENT).isBefore(Instant.now())
        ? Optional.empty()
        : jpeg(coded, SMALL).map(bytes -> new Thumbnail(bytes, coded.at()));
  }

  /** The whole picture as a file. */
  Optional<Path> file(Coded coded) {
    return jpeg(coded, "null")
        .map(
            bytes -> {
              try {
                Path file = Files.createTempFile(folder, "picture", ".jpg");
                file.toFile().deleteOnExit();
                return Files.write(file, bytes);
              } catch (IOException e) {
                LOG.warn("A picture cannot be kept", e);
                return null;
              }
            });
  }

  private Optional<byte[]> jpeg(Coded coded, String filter) {
    try {
      Process process = new ProcessBuilder(command(filter)).start();
      OutputTail said = new OutputTail();
      Thread.ofPlatform().daemon().start(() -> said.read(process.getErrorStream()));
      Thread.ofPlatform().daemon().start(() -> feed(process, coded));
      Thread.ofPlatform().daemon().start(() -> limit(process));
      byte[] bytes;
      try (InputStream output = process.getInputStream()) {
        bytes = output.readAllBytes();
      }
      boolean done = process.waitFor() == 0 && bytes.length > 0;
      if (!done) {
        LOG.warn("A picture cannot be decoded: {}", said.lines());
      }
      return done ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      LOG.warn("A picture cannot be decoded", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private List<String> command(String filter) {
    return List.of(
        ffmpeg.toString(),
        "-hide_banner",
        "-nostdin",
        "-loglevel",
        "error",
        "-threads",
        "1",
        "-f",
        "mp4",
        "-i",
        "pipe:0",
        "-frames:v",
        "1",
        "-vf",
        filter,
        "-q:v",
        "4",
        "-f",
        "image2pipe",
        "-c:v",
        "mjpeg",
        "pipe:1");
  }

  /** It has its picture before it has read everything. */
  private static void feed(Process process, Coded coded) {
    try (OutputStream input = process.getOutputStream()) {
      input.write(coded.bytes());
    } catch (IOException e) {
      LOG.trace("The picture was made of less", e);
    }
  }

  private static void limit(Process process) {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
