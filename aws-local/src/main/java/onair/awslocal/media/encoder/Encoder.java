package onair.awslocal.media.encoder;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.FlowFeed;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.Splice;
import onair.awslocal.media.rtmp.FlvTag;
import onair.awslocal.media.rtmp.PublisherListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises the encoder of one channel from start to stop. One thread owns everything: it takes
 * signals off the mailbox, runs at most one process, and calls the events.
 */
final class Encoder implements PublisherListener, FlowFeeds.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(Encoder.class);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

  private final EncoderJob job;
  private final EncoderEvents events;
  private final EncoderWorkshop workshop;
  private final Gate gate;
  private final RestartPause pause;
  private final Mailbox mailbox = new Mailbox();
  private final Thread supervisor;
  private final AtomicLong runs = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final Traffic traffic = new Traffic();
  private volatile boolean connected;
  private volatile boolean stopping;
  private volatile @Nullable EncoderRun run;

  Encoder(EncoderJob job, EncoderEvents events, EncoderWorkshop workshop) {
    this.job = job;
    this.events = events;
    this.workshop = workshop;
    this.gate = gate(job);
    this.pause = new RestartPause(workshop.clock());
    this.supervisor =
        Thread.ofPlatform().daemon().name("encoder-" + job.channelId()).unstarted(this::supervise);
  }

  private static Gate gate(EncoderJob job) {
    boolean video = !job.video().isEmpty();
    boolean audio = !job.audio().isEmpty();
    return switch (job.source()) {
      case IngestPoint point -> new SourceGate(video, audio);
      case FlowFeed feed -> new TransportStreamGate(video, audio);
    };
  }

  void start() {
    workshop.origin().begin(job);
    switch (job.source()) {
      case IngestPoint point -> workshop.ingests().listen(point, this);
      case FlowFeed feed -> workshop.feeds().listen(feed, this);
    }
    supervisor.start();
  }

  /** Returns when the process is gone and no more event comes. */
  void stop() {
    stopping = true;
    mailbox.stop();
    switch (job.source()) {
      case IngestPoint point -> workshop.ingests().unlisten(point, this);
      case FlowFeed feed -> workshop.feeds().unlisten(feed, this);
    }
    EncoderRun current = run;
    if (current != null) {
      current.kill(); // frees a supervisor that waits for it
    }
    awaitSupervisor();
    workshop.origin().endSplices(job.ingestTarget());
    workshop.origin().end(job);
  }

  /** The message stands in the origin's manifests, not in the frames. */
  void splice(Splice splice) {
    workshop.origin().splice(job.ingestTarget(), splice);
  }

  /** Not from an event, which would wait for itself, and not for ever on one that hangs. */
  private void awaitSupervisor() {
    try {
      if (!Thread.currentThread().equals(supervisor) && !supervisor.join(LONGEST_GOODBYE)) {
        LOG.warn("Channel {}: an event handler does not return", job.channelId());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void connected() {
    connected = true;
    mailbox.post(new Signal.SenderCame());
  }

  @Override
  public void frame(FlvTag tag) {
    arrived(new Piece.Tag(tag));
  }

  @Override
  public void packets(byte[] packets, long milliseconds) {
    arrived(new Piece.Packets(packets, milliseconds));
  }

  private void arrived(Piece piece) {
    traffic.arrived(piece);
    if (!mailbox.offer(piece)) {
      LOG.warn("Channel {}: the encoder is too slow, frames are dropped", job.channelId());
    }
  }

  @Override
  public void disconnected() {
    connected = false;
    mailbox.post(new Signal.SenderLeft());
  }

  /** Ends a process that has stopped working without ending. */
  void checkProgress() {
    EncoderRun current = run;
    Duration limit = workshop.stallLimit(job);
    if (current != null && current.sinceProgress().compareTo(limit) > 0) {
      current.fail("nothing has come out of ffmpeg for %d s".formatted(limit.toSeconds()));
    }
  }

  /** Says false when no process is at work. */
  boolean crash() {
    EncoderRun current = run;
    if (current == null) {
      return false;
    }
    current.crash();
    return true;
  }

  EncoderCounters counters() {
    EncoderRun current = run;
    return new EncoderCounters(
        runs.get(), failures.get(), mailbox.dropped(), current == null ? 0 : current.pid());
  }

  EncoderHealth health() {
    return new EncoderHealth(
        connected,
        run != null,
        traffic.bytesIn(),
        traffic.framesIn(),
        mailbox.dropped(),
        traffic.bytesOut());
  }

  private void supervise() {
    try {
      Signal signal = mailbox.take();
      while (!(signal instanceof Signal.Stop)) {
        try {
          handle(signal);
        } catch (RuntimeException e) {
          LOG.error("Channel {}: the encoder met a defect", job.channelId(), e);
        }
        signal = mailbox.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      EncoderRun current = run;
      if (current != null) {
        current.kill();
      }
    }
  }

  private void handle(Signal signal) {
    switch (signal) {
      case Signal.SenderCame() -> {
        gate.forget();
        pause.reset();
        events.inputConnected();
      }
      case Signal.Arrived(Piece piece) -> take(gate.accept(piece));
      case Signal.SenderLeft() -> {
        finishRun();
        events.inputLost();
      }
      case Signal.OutputBegan(EncoderRun begun) -> {
        if (begun == run) {
          events.firstOutput();
        }
      }
      case Signal.RunEnded(EncoderRun ended) -> {
        if (ended == run) {
          runFailed(ended);
        }
      }
      case Signal.Stop() -> {} // ends the loop
    }
  }

  private void take(Gate.Step step) {
    switch (step) {
      case Gate.Step.Wait() -> {}
      case Gate.Step.Begin begin -> begin(begin);
      case Gate.Step.Go go -> write(go.pieces());
      case Gate.Step.Break(String reason) -> {
        LOG.info("Channel {}: begins anew, {}", job.channelId(), reason);
        finishRun();
      }
      case Gate.Step.Unusable(String reason) -> failed(reason);
    }
  }

  private void begin(Gate.Step.Begin begin) {
    if (!pause.isOver()) {
      gate.restart();
      return;
    }
    pause.started();
    runs.incrementAndGet();
    EncoderRun started;
    try {
      started = workshop.startRun(job, begin.silent(), traffic, mailbox::post);
    } catch (IOException e) {
      gate.restart();
      pause.failed();
      failed("ffmpeg cannot be started: " + e.getMessage());
      return;
    }
    run = started;
    if (stopping) {
      started.kill(); // stop() may have looked for it too early
    } else {
      write(begin.pieces());
    }
  }

  private void write(List<Piece> pieces) {
    EncoderRun current = run;
    if (current == null) {
      return;
    }
    try {
      current.write(pieces);
    } catch (IOException e) {
      runFailed(current); // its standard input is closed: the process says why
    }
  }

  private void runFailed(EncoderRun ended) {
    ended.kill();
    run = null;
    gate.restart();
    if (!stopping) {
      pause.failed();
      LOG.warn("Channel {}: {}; {}", job.channelId(), ended.whyEnded(), ended.lastWords());
      failed(ended.whyEnded());
    }
  }

  private void finishRun() {
    EncoderRun current = run;
    if (current != null) {
      current.finish();
      run = null;
    }
    gate.restart();
  }

  private void failed(String reason) {
    failures.incrementAndGet();
    events.pipelineFailed(reason);
  }
}
