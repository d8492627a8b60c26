package onair.awslocal.media.encoder;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds ffmpeg: the one asked for, else one on the search path that is new enough, else the static
 * build from the {@code jave-nativebin} artifact, unpacked once. The static one crashes on host
 * names: it is given pipes and numeric addresses only.
 */
public final class FfmpegFinder {

  private static final int OLDEST_ON_PATH = 5;
  private static final Pattern VERSION = Pattern.compile("^ffmpeg version n?((\\d+)\\S*)");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String BUNDLED = "/ws/schild/jave/nativebin/ffmpeg-amd64";

  private final @Nullable Path explicit;
  private final String searchPath;
  private final Path folder;

  /**
   * @param explicit the one to use and no other; null to search
   * @param searchPath folders, as in the environment variable PATH
   * @param folder where the bundled one may be unpacked
   */
  public FfmpegFinder(@Nullable Path explicit, String searchPath, Path folder) {
    this.explicit = explicit;
    this.searchPath = searchPath;
    this.folder = folder;
  }

  /**
   * Runs each candidate, to see that it works.
   *
   * @throws IOException when there is none; the message says what to do
   */
  public Ffmpeg find() throws IOException {
    if (explicit != null) {
      return probe(explicit)
          .orElseThrow(() -> new IOException("%s is not a working ffmpeg".formatted(explicit)));
    }
    Optional<Ffmpeg> installed =
        onPath().flatMap(path -> probe(path).stream()).filter(FfmpegFinder::isRecent).findFirst();
    if (installed.isPresent()) {
      return installed.get();
    }
    return bundled()
        .flatMap(FfmpegFinder::probe)
        .orElseThrow(
            () ->
                new IOException(
                    "No ffmpeg %d or newer on PATH, and none is bundled for this machine; install one"
                        .formatted(OLDEST_ON_PATH)));
  }

  private Stream<Path> onPath() {
    return Stream.of(searchPath.split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry, "ffmpeg"))
        .filter(Files::isExecutable);
  }

  private static boolean isRecent(Ffmpeg ffmpeg) {
    String major = ffmpeg.version().split("\\D", 2)[0];
    return Integer.parseInt(major) >= OLDEST_ON_PATH;
  }

  /** What it says about itself; empty when it does not run or says something else. */
  private static Optional<Ffmpeg> probe(Path path) {
    try {
      Process process =
          new ProcessBuilder(path.toString(), "-version")
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readNBytes(4096), StandardCharsets.UTF_8);
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() && process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            ? Optional.of(new Ffmpeg(path, matcher.group(1)))
            : Optional.empty();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty(); // not executable here, for example built for another machine
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Unpacked under its size, so that another build is never taken for it. */
  private Optional<Path> bundled() throws IOException {
    var resource = FfmpegFinder.class.getResource(BUNDLED);
    if (resource == null || !isLinuxAmd64()) {
      return Optional.empty();
    }
    var connection = resource.openConnection();
    Path target = folder.resolve("ffmpeg-" + connection.getContentLengthLong());
    try (InputStream bytes = connection.getInputStream()) {
      if (!Files.isExecutable(target)) {
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, "ffmpeg", ".part");
        Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwx------"));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return Optional.of(target);
  }

  private static boolean isLinuxAmd64() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }
}
