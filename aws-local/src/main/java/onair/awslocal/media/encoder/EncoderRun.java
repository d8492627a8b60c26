package onair.awslocal.media.encoder;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.packager.Ingestion;
import onair.awslocal.media.packager.Origin;
import onair.awslocal.media.packager.OutputTap;
import onair.awslocal.media.process.OutputTail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One ffmpeg process: frames go in by {@link #write}, what comes out goes to the origin. Its
 * threads are platform threads, as reading a process's output blocks the thread that carries a
 * virtual one.
 */
final class EncoderRun {

  private static final Logger LOG = LoggerFactory.getLogger(EncoderRun.class);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final EncoderJob job;
  private final Process process;
  private final SourceWriter input;
  private final OutputTail errors = new OutputTail();
  private final Consumer<Signal> signals;
  private final List<Thread> readers = new ArrayList<>();
  private volatile long lastProgress = System.nanoTime();
  private volatile @Nullable String failure;
  private volatile boolean outputBegan;

  private EncoderRun(EncoderJob job, Process process, Consumer<Signal> signals) {
    this.job = job;
    this.process = process;
    this.signals = signals;
    this.input =
        new SourceWriter(process.getOutputStream(), !job.video().isEmpty(), !job.audio().isEmpty());
  }

  /**
   * Starts the process and the threads that read it.
   *
   * @param command executable and arguments
   * @param started when the first frame arrived
   * @param traffic is told what comes out
   * @param taps are given what comes out
   * @param signals is told when output begins, and when the process is gone
   * @throws IOException when it cannot be started
   */
  static EncoderRun start(
      List<String> command,
      EncoderJob job,
      Origin origin,
      Instant started,
      Traffic traffic,
      List<OutputTap> taps,
      Consumer<Signal> signals)
      throws IOException {
    Process process = new ProcessBuilder(command).start();
    EncoderRun run = new EncoderRun(job, process, signals);
    run.read("errors", () -> run.errors.read(process.getErrorStream()));
    run.read("output", () -> run.deliver(origin, started, traffic, taps));
    return run;
  }

  private void read(String what, Runnable work) {
    String name = "encoder-%s-%s".formatted(job.channelId(), what);
    readers.add(Thread.ofPlatform().daemon().name(name).start(work));
  }

  private void deliver(Origin origin, Instant started, Traffic traffic, List<OutputTap> taps) {
    try (InputStream output = traffic.counted(process.getInputStream())) {
      origin.ingest(
          new Ingestion(
              job.ingestTarget(), job.key(), gop(), RenditionNames.tracks(job), started, taps),
          output,
          this::progressed);
    } catch (EOFException e) {
      LOG.debug("Channel {}: the encoder died inside a box", job.channelId(), e);
    } catch (IOException | UncheckedIOException e) {
      fail("its output cannot be kept: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Channel {}: reading the encoder met a defect", job.channelId(), e);
      fail("its output cannot be read");
    }
    awaitExit();
    signals.accept(new Signal.RunEnded(this));
  }

  private Duration gop() {
    return job.video().isEmpty() ? Duration.ZERO : job.video().getFirst().gop();
  }

  private void progressed() {
    lastProgress = System.nanoTime();
    if (!outputBegan) {
      outputBegan = true;
      signals.accept(new Signal.OutputBegan(this));
    }
  }

  /** Blocks while the process is busy. */
  void write(List<Piece> pieces) throws IOException {
    input.write(pieces);
  }

  /** Whether media of it can be watched. */
  boolean hasOutput() {
    return outputBegan;
  }

  /** How long nothing has come out. */
  Duration sinceProgress() {
    return Duration.ofNanos(System.nanoTime() - lastProgress);
  }

  /** Lets it write what it has; returns when it and its readers are gone. */
  void finish() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        destroy();
      }
    } catch (IOException e) {
      destroy(); // gone already, most likely
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      destroy();
    }
    join();
  }

  /** Ends it at once, giving the reason; whoever waits in {@link #write} gets an error. */
  void fail(String reason) {
    if (failure == null) {
      failure = reason;
    }
    destroy();
  }

  /** Ends it at once, as if it had crashed. */
  void crash() {
    destroy();
  }

  /** Ends it at once; returns when it and its readers are gone. */
  void kill() {
    destroy();
    join();
  }

  /** Why it ended, in one line; to be asked after the end. */
  String whyEnded() {
    String known = failure;
    List<String> said = errors.lines();
    String last = said.isEmpty() ? "" : ": " + said.getLast();
    return known != null ? known : "ffmpeg ended with code %d%s".formatted(awaitExit(), last);
  }

  /** What it said last, for the log. */
  List<String> lastWords() {
    return errors.lines();
  }

  long pid() {
    return process.pid();
  }

  /** By its handle, which leaves the pipes open for the readers to empty. */
  private void destroy() {
    process.toHandle().destroyForcibly();
  }

  private int awaitExit() {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      destroy();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private void join() {
    try {
      awaitExit();
      for (Thread reader : readers) {
        reader.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
