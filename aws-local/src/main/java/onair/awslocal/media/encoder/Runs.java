package onair.awslocal.media.encoder;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.packager.OutputTap;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one pipeline, one after the other. Owned by the supervisor; others may look at
 * the current one, and crash it.
 */
final class Runs {

  private final EncoderJob job;
  private final EncoderWorkshop workshop;
  private final Overlays overlays;
  private final Traffic traffic;
  private final List<OutputTap> taps;
  private final Consumer<Signal> signals;
  private final RestartPause pause;
  private final AtomicLong begun = new AtomicLong();
  private volatile @Nullable EncoderRun current;
  private volatile boolean filling;
  private volatile boolean stopping;
  private volatile Instant heldUntil = Instant.MIN;

  Runs(
      EncoderJob job,
      EncoderWorkshop workshop,
      Overlays overlays,
      Traffic traffic,
      List<OutputTap> taps,
      Consumer<Signal> signals) {
    this.job = job;
    this.workshop = workshop;
    this.overlays = overlays;
    this.traffic = traffic;
    this.taps = taps;
    this.signals = signals;
    this.pause = new RestartPause(workshop.clock());
  }

  @Nullable EncoderRun current() {
    return current;
  }

  /** Whether the current process shows something in place of an input. */
  boolean isFilling() {
    return filling && current != null;
  }

  boolean isEncoding() {
    return !filling && current != null;
  }

  long begun() {
    return begun.get();
  }

  /** Whether it is not too soon after a failure. */
  boolean mayBegin() {
    return pause.isOver() && !workshop.clock().instant().isBefore(heldUntil);
  }

  /** Another source: the failures of the last one say nothing about it. */
  void forgiveFailures() {
    pause.reset();
  }

  void begin(Gate.Step.Begin first) throws IOException {
    started(workshop.startRun(job, first, overlays, traffic, taps, signals), false);
    write(first.pieces());
  }

  /** Begins to show what stands in for an input. */
  void fill(Filler filler) throws IOException {
    started(workshop.startFiller(job, filler, overlays, traffic, taps, signals), true);
  }

  private void started(EncoderRun run, boolean fills) {
    pause.started();
    begun.incrementAndGet();
    filling = fills;
    current = run;
    if (stopping) {
      run.kill(); // stop() may have looked for it too early
    }
  }

  void write(List<Piece> pieces) throws IOException {
    EncoderRun run = current;
    if (run != null && !filling) {
      run.write(pieces);
    }
  }

  /** Lets the current one write what it has. */
  void finish() {
    EncoderRun run = current;
    if (run != null) {
      if (filling) {
        run.kill();
      } else {
        run.finish();
      }
      current = null;
    }
  }

  /** The current one failed, or none could be started. */
  void failed() {
    EncoderRun run = current;
    if (run != null) {
      run.kill();
      current = null;
    }
    if (!stopping) {
      pause.failed();
    }
  }

  /** No process is left after this; frees a supervisor that waits for one. */
  void stop() {
    stopping = true;
    EncoderRun run = current;
    if (run != null) {
      run.kill();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /** Ends a process that has stopped working without ending. */
  void checkProgress() {
    EncoderRun run = current;
    Duration limit = workshop.stallLimit(job);
    if (run != null && run.sinceProgress().compareTo(limit) > 0) {
      run.fail("nothing has come out of ffmpeg for %d s".formatted(limit.toSeconds()));
    }
  }

  /** Says false when no process is at work. */
  boolean crash(Duration time) {
    EncoderRun run = current;
    if (run == null) {
      return false;
    }
    heldUntil = workshop.clock().instant().plus(time);
    run.crash();
    return true;
  }
}
