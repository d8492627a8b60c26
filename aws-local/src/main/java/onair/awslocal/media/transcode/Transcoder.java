package onair.awslocal.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import onair.awslocal.media.encoder.Leftovers;
import onair.awslocal.media.transcode.FencedFfmpeg.Outcome;
import onair.awslocal.media.transcode.FencedFfmpeg.OutputReader;
import onair.awslocal.media.transcode.MediaProbe.Media;
import onair.awslocal.media.transcode.TranscodeFailed.Reason;

/**
 * Makes media files out of media files. Every method returns when the work is done, waiting for its
 * turn when the machine has enough to do; interrupting the calling thread cancels it, and the
 * program that did the work is gone when {@link InterruptedException} arrives. Safe for any number
 * of threads.
 *
 * <p>Progress is told in percent, rising from 0 to 100, on a thread of the transcoder: return soon.
 */
public final class Transcoder implements AutoCloseable {

  private static final int PROBES_AT_A_TIME = 4;
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final TranscoderConfig config;
  private final FencedFfmpeg ffmpeg;
  private final Semaphore slots;
  private final Semaphore probes = new Semaphore(PROBES_AT_A_TIME, true);

  private Transcoder(TranscoderConfig config, FencedFfmpeg ffmpeg) {
    this.config = config;
    this.ffmpeg = ffmpeg;
    this.slots = new Semaphore(config.atATime(), true);
  }

  /**
   * Empties the work folder, and ends programs that a former process left running.
   *
   * @throws IOException when that folder cannot be used
   */
  public static Transcoder start(TranscoderConfig config) throws IOException {
    new Leftovers(config.work()).end();
    empty(config.work());
    return new Transcoder(
        config, new FencedFfmpeg(config.ffmpeg(), Fence.ofThisMachine(), config.work()));
  }

  /**
   * Looks at a file of any content. Takes a moment, and for a file that does not say how long it
   * is, as long as reading it.
   */
  public MediaProbe probe(Path file) throws InterruptedException {
    probes.acquire();
    try {
      return new Prober(ffmpeg, config.limits()).probe(file);
    } finally {
      probes.release();
    }
  }

  /**
   * Writes segments, and manifests over them, into a folder. All renditions come of one decoding.
   *
   * @param folder exists; on failure the files written are removed
   * @throws TranscodeFailed also when the set would be shorter than the input promised
   */
  public CmafSet cmaf(Media input, CmafSpec spec, Path folder, IntConsumer percent)
      throws TranscodeFailed, InterruptedException {
    require(input, !spec.video().isEmpty());
    CmafWriter writer = new CmafWriter(spec, folder, percentOf(input, percent));
    boolean done = false;
    try {
      run(input, arguments(input).cmaf(spec), writer::read);
      CmafSet set = finish(input, spec, writer.tracks(), folder);
      done = true;
      percent.accept(100);
      return set;
    } finally {
      if (!done) {
        remove(folder, spec.name());
      }
    }
  }

  /**
   * Writes one MP4 whose index comes first.
   *
   * @param file is replaced; on failure it is removed
   */
  public void mp4(Media input, Mp4Spec spec, Path file, IntConsumer percent)
      throws TranscodeFailed, InterruptedException {
    require(input, spec.video() != null);
    boolean done = false;
    try {
      ProgressReader progress = new ProgressReader(percentOf(input, percent));
      run(input, arguments(input).mp4(spec, file), progress);
      complete(input, progress.reached());
      done = true;
      percent.accept(100);
    } finally {
      if (!done) {
        delete(file);
      }
    }
  }

  /**
   * Writes JPEG files into a folder.
   *
   * @param folder exists; on failure the files written are removed
   * @return the files, earliest picture first
   */
  public List<Path> thumbnails(Media input, ThumbnailSpec spec, Path folder, IntConsumer percent)
      throws TranscodeFailed, InterruptedException {
    require(input, true);
    boolean done = false;
    try {
      ProgressReader progress = new ProgressReader(percentOf(input, percent));
      run(input, arguments(input).thumbnails(spec, folder), progress);
      List<Path> files = named(folder, spec.name());
      if (files.isEmpty()) {
        throw new TranscodeFailed(Reason.INPUT_DAMAGED, "there is no picture in it");
      }
      done = true;
      percent.accept(100);
      return files;
    } catch (IOException e) {
      throw new TranscodeFailed(Reason.MACHINE, "the folder cannot be read");
    } finally {
      if (!done) {
        remove(folder, spec.name());
      }
    }
  }

  /** How many transcodes run at once. */
  public int atATime() {
    return config.atATime();
  }

  /** Ends all programs; whoever waits for one gets a failure. */
  @Override
  public void close() {
    ffmpeg.close();
  }

  private TranscodeArguments arguments(Media input) {
    return new TranscodeArguments(input, config.limits(), config.preset());
  }

  /** Sound that is missing is silence, pictures that are missing are a mistake. */
  private static void require(Media input, boolean pictures) throws TranscodeFailed {
    if (pictures && input.video().isEmpty()) {
      throw new TranscodeFailed(Reason.INPUT_LACKS_TRACK, "the input has no pictures");
    }
  }

  private void run(Media input, List<String> arguments, OutputReader reader)
      throws TranscodeFailed, InterruptedException {
    slots.acquire();
    try {
      Outcome outcome = ffmpeg.run(arguments, config.limits().time(), reader);
      if (outcome.unread() != null && outcome.exit() == 0) {
        throw new TranscodeFailed(Reason.MACHINE, "what it made cannot be kept");
      }
      if (!outcome.succeeded()) {
        throw new TranscodeFailed(
            Reason.INPUT_DAMAGED,
            Complaints.why(outcome.said(), input.file(), "it cannot be transcoded"));
      }
    } catch (IOException e) {
      throw new TranscodeFailed(Reason.MACHINE, "the program that transcodes cannot be run");
    } finally {
      slots.release();
    }
  }

  private static CmafSet finish(Media input, CmafSpec spec, List<CmafTrack> tracks, Path folder)
      throws TranscodeFailed {
    if (tracks.isEmpty() || tracks.getFirst().segments().isEmpty()) {
      throw new TranscodeFailed(Reason.INPUT_DAMAGED, "nothing in it can be decoded");
    }
    int segments = tracks.getFirst().segments().size();
    for (CmafTrack track : tracks) {
      if (track.segments().size() != segments) {
        throw new TranscodeFailed(
            Reason.INPUT_DAMAGED, "its tracks are of different length, or have gaps");
      }
    }
    Duration duration =
        tracks.stream().map(Transcoder::length).max(Duration::compareTo).orElseThrow();
    complete(input, duration);
    try {
      return CmafManifests.write(spec, tracks, duration, folder);
    } catch (IOException e) {
      throw new TranscodeFailed(Reason.MACHINE, "the manifests cannot be written");
    }
  }

  private static Duration length(CmafTrack track) {
    return Duration.ofMillis(track.duration() * 1000 / track.timescale());
  }

  /** Formats whose length is a guess may be wrong by a third. */
  private static void complete(Media input, Duration made) throws TranscodeFailed {
    long expected = input.duration().minus(TOLERANCE).toMillis() * 2 / 3;
    if (made.toMillis() < expected) {
      throw new TranscodeFailed(
          Reason.INPUT_DAMAGED,
          "it breaks off after %s of %s seconds"
              .formatted(InputArguments.seconds(made), InputArguments.seconds(input.duration())));
    }
  }

  private static Consumer<Duration> percentOf(Media input, IntConsumer percent) {
    long whole = Math.max(1, input.duration().toMillis());
    return reached -> percent.accept((int) Math.clamp(reached.toMillis() * 100 / whole, 0, 99));
  }

  private static List<Path> named(Path folder, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted()
          .toList();
    }
  }

  private static void remove(Path folder, String beginning) {
    try {
      named(folder, beginning).forEach(Transcoder::delete);
    } catch (IOException e) {
      // Nothing there that could be removed.
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Left for whoever owns the folder.
    }
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> left = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> !file.equals(folder)).forEach(left::addFirst);
    }
    for (Path file : left) {
      Files.deleteIfExists(file);
    }
  }
}
