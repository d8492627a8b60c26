package onair.awslocal.media.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.encoder.Leftovers;
import onair.awslocal.media.process.OutputTail;
import org.jspecify.annotations.Nullable;

/** Runs ffmpeg behind the {@link Fence}, in an empty folder, with a limit on its time. */
final class FencedFfmpeg {

  /** Without any sign of progress for this long it hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int LINES_KEPT = 2000;

  /**
   * How it ended.
   *
   * @param exit code; 0 is success
   * @param said what it wrote to its standard error, the last lines
   * @param unread why its output could not be taken; null when it could
   */
  record Outcome(int exit, List<String> said, @Nullable Exception unread) {

    boolean succeeded() {
      return exit == 0 && unread == null;
    }
  }

  /** Takes what ffmpeg writes to its standard output, on a thread of its own. */
  interface OutputReader {

    /**
     * @param alive to be run at each sign of progress
     */
    void read(InputStream output, Runnable alive) throws IOException;
  }

  private final Ffmpeg ffmpeg;
  private final Fence fence;
  private final Path work;
  private final Leftovers leftovers;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FencedFfmpeg(Ffmpeg ffmpeg, Fence fence, Path work) {
    this.ffmpeg = ffmpeg;
    this.fence = fence;
    this.work = work;
    this.leftovers = new Leftovers(work);
  }

  /**
   * Returns when the process and the threads that read it are gone, also when it is interrupted.
   *
   * @throws TranscodeFailed when it took too long
   */
  Outcome run(List<String> arguments, Duration limit, OutputReader reader)
      throws IOException, InterruptedException, TranscodeFailed {
    return run(arguments, limit, reader, true);
  }

  /** The same for a moment's work that somebody waits for. */
  Outcome look(List<String> arguments, Duration limit, OutputReader reader)
      throws IOException, InterruptedException, TranscodeFailed {
    return run(arguments, limit, reader, false);
  }

  private Outcome run(
      List<String> arguments, Duration limit, OutputReader reader, boolean background)
      throws IOException, InterruptedException, TranscodeFailed {
    List<String> command = new ArrayList<>(List.of(ffmpeg.path().toAbsolutePath().toString()));
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats"));
    command.addAll(arguments);
    Path empty = Files.createTempDirectory(work, "run");
    Process process = null;
    try {
      process = fence.process(command, empty, background).start();
      running.add(process);
      leftovers.remember(process);
      if (closed) {
        process.destroyForcibly();
      }
      return new Run(process).await(limit, reader);
    } finally {
      if (process != null) {
        running.remove(process);
        leftovers.forget(process);
      }
      Files.deleteIfExists(empty);
    }
  }

  /** Ends all processes, and those that are started later. */
  void close() {
    closed = true;
    running.forEach(Process::destroyForcibly);
  }

  /** One process. Platform threads read it, as reading a pipe blocks a virtual one's carrier. */
  private static final class Run {

    private final Process process;
    private final OutputTail errors = new OutputTail(LINES_KEPT);
    private final List<Thread> readers = new ArrayList<>();
    private volatile long lastSign = System.nanoTime();
    private volatile @Nullable Exception unread;

    Run(Process process) {
      this.process = process;
    }

    Outcome await(Duration limit, OutputReader reader)
        throws InterruptedException, TranscodeFailed {
      try {
        start("errors", () -> errors.read(process.getErrorStream()));
        start("output", () -> take(reader));
        watch(System.nanoTime() + limit.toNanos());
      } finally {
        end();
        joinReaders();
      }
      return new Outcome(process.waitFor(), errors.lines(), unread);
    }

    /** Ending one that has ended would take away what is left to read. */
    private void end() {
      if (process.isAlive()) {
        process.destroyForcibly();
      }
    }

    private void watch(long deadline) throws InterruptedException, TranscodeFailed {
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        long now = System.nanoTime();
        if (now > deadline) {
          throw new TranscodeFailed(TranscodeFailed.Reason.TIMED_OUT, "it takes too long");
        }
        if (now - lastSign > PATIENCE.toNanos()) {
          throw new TranscodeFailed(
              TranscodeFailed.Reason.TIMED_OUT, "no progress for " + PATIENCE.toMinutes() + " min");
        }
      }
    }

    private void take(OutputReader reader) {
      try (InputStream output = process.getInputStream()) {
        reader.read(output, () -> lastSign = System.nanoTime());
      } catch (IOException | UncheckedIOException e) {
        unread = e;
        end();
      }
    }

    private void start(String what, Runnable work) {
      readers.add(Thread.ofPlatform().daemon().name("transcode-" + what).start(work));
    }

    /** They end with the process, so that an interrupt need not cut this short. */
    private void joinReaders() {
      boolean interrupted = false;
      for (Thread reader : readers) {
        while (reader.isAlive()) {
          try {
            reader.join();
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
