package onair.awslocal.media.encoder;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import onair.awslocal.media.EncoderEvents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one pipeline's processes do what they should, and tells what comes of it. Owned by the
 * supervisor.
 */
final class Stage {

  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  private final String channel;
  private final EncoderEvents events;
  private final Inlets inlets;
  private final Runs runs;
  private final Standby standby;
  private final AtomicLong failures = new AtomicLong();
  private @Nullable EncoderRun told;

  /**
   * @param channel as the log calls it
   */
  Stage(String channel, EncoderEvents events, Inlets inlets, Runs runs, Standby standby) {
    this.channel = channel;
    this.events = events;
    this.inlets = inlets;
    this.runs = runs;
    this.standby = standby;
  }

  long failures() {
    return failures.get();
  }

  /** Media of a process can be watched. */
  void outputBegan(EncoderRun run) {
    if (run == runs.current() && !runs.isFilling()) {
      tellOfOutput(run);
    }
  }

  private void tellOfOutput(EncoderRun run) {
    if (run != told) {
      told = run;
      events.firstOutput();
    }
  }

  /** A process is gone, whoever wanted it. */
  void runEnded(EncoderRun run) {
    if (run == runs.current()) {
      runFailed(run);
    }
  }

  void take(Gate.Step step) {
    switch (step) {
      case Gate.Step.Wait() -> {}
      case Gate.Step.Begin begin -> begin(begin);
      case Gate.Step.Go go -> write(go.pieces());
      case Gate.Step.Break(String reason) -> {
        LOG.info("Channel {}: begins anew, {}", channel, reason);
        clear();
      }
      case Gate.Step.Unusable(String reason) -> failed(reason);
    }
  }

  /** Nothing is shown any more until the input has another keyframe. */
  void clear() {
    runs.finish();
    inlets.active().gate().restart();
  }

  private void begin(Gate.Step.Begin begin) {
    if (!runs.mayBegin()) {
      inlets.active().gate().restart();
      return;
    }
    runs.finish();
    try {
      runs.begin(begin);
    } catch (IOException e) {
      notBegun(e);
    }
  }

  /** Shows what stands in for the input. */
  void fill() {
    if (runs.isEncoding()) {
      clear(); // connected, but silent
    }
    Optional<Filler> filler = standby.filler(events);
    if (filler.isPresent() && runs.mayBegin()) {
      try {
        runs.fill(filler.get());
      } catch (IOException e) {
        notBegun(e);
      }
    }
  }

  private void notBegun(IOException e) {
    EncoderRun run = runs.current();
    if (run != null) {
      runFailed(run); // its standard input is closed: the process says why
      return;
    }
    inlets.active().gate().restart();
    runs.failed();
    failed("ffmpeg cannot be started: " + e.getMessage());
  }

  private void write(List<Piece> pieces) {
    try {
      runs.write(pieces);
    } catch (IOException e) {
      EncoderRun run = runs.current();
      if (run != null) {
        runFailed(run); // its standard input is closed: the process says why
      }
    }
  }

  private void runFailed(EncoderRun ended) {
    boolean filled = runs.isFilling();
    if (ended.hasOutput() && !filled) {
      tellOfOutput(ended);
    }
    runs.failed();
    inlets.active().gate().restart();
    if (runs.isStopping()) {
      return;
    }
    LOG.warn("Channel {}: {}; {}", channel, ended.whyEnded(), ended.lastWords());
    if (filled) {
      standby.failed();
    }
    failed(ended.whyEnded());
  }

  private void failed(String reason) {
    failures.incrementAndGet();
    events.pipelineFailed(reason);
  }
}
