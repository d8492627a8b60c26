package onair.awslocal.media.encoder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.Splice;
import onair.awslocal.media.Thumbnail;
import onair.awslocal.media.packager.OutputTap;
import onair.awslocal.media.push.Pusher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encodes one pipeline of a channel from start to stop. One thread, the supervisor, owns what
 * happens: it takes signals off the mailbox and gives them to the {@link Programme}.
 */
final class Encoder {

  private static final Logger LOG = LoggerFactory.getLogger(Encoder.class);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(10);

  private final EncoderJob job;
  private final EncoderWorkshop workshop;
  private final Mailbox mailbox = new Mailbox();
  private final Thread supervisor;
  private final Traffic traffic = new Traffic();
  private final Overlays overlays = new Overlays();
  private final LastPicture picture;
  private final List<Pusher> pushers;
  private final Inlets inlets;
  private final Runs runs;
  private final Programme programme;
  private final AtomicBoolean ticking = new AtomicBoolean();

  Encoder(EncoderJob job, EncoderEvents events, EncoderWorkshop workshop) {
    this.job = job;
    this.workshop = workshop;
    this.picture = new LastPicture(job.video());
    this.pushers = job.pushes().stream().map(push -> workshop.pusher(job, push, events)).toList();
    List<OutputTap> taps = new ArrayList<>(pushers);
    taps.add(picture);
    this.inlets = new Inlets(job, workshop, mailbox, traffic);
    this.runs = new Runs(job, workshop, overlays, traffic, taps, mailbox::post);
    this.programme =
        new Programme(job, events, workshop, inlets, runs, overlays, picture, mailbox::post);
    this.supervisor =
        Thread.ofPlatform().daemon().name("encoder-" + job.key()).unstarted(this::supervise);
  }

  void start() {
    workshop.origin().begin(job);
    pushers.forEach(Pusher::start);
    inlets.open();
    supervisor.start();
  }

  /** Returns when the process is gone and no more event comes. */
  void stop() {
    mailbox.stop();
    runs.stop();
    awaitSupervisor();
    inlets.close();
    pushers.forEach(Pusher::close);
    overlays.clear();
    workshop.origin().endSplices(job.ingestTarget());
    workshop.origin().end(job);
  }

  /** The message stands in the origin's manifests, not in the frames. */
  void splice(Splice splice) {
    workshop.origin().splice(job.ingestTarget(), splice);
  }

  void command(EncoderCommand command) {
    if (command instanceof EncoderCommand.Tag(var metadata)) {
      if (job.pipeline() == 0 || job.isForObjectsOnly()) {
        workshop.origin().tag(job.ingestTarget(), metadata);
      }
    } else {
      mailbox.post(new Signal.Asked(command));
    }
  }

  /** Not from an event, which would wait for itself, and not for ever on one that hangs. */
  private void awaitSupervisor() {
    try {
      if (!Thread.currentThread().equals(supervisor) && !supervisor.join(LONGEST_GOODBYE)) {
        LOG.warn("Channel {}: an event handler does not return", job.key());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A moment has passed; one that has not been noticed yet is enough. */
  void tick() {
    runs.checkProgress();
    if (ticking.compareAndSet(false, true)) {
      mailbox.post(new Signal.Tick());
    }
  }

  /** Says false when no process is at work. */
  boolean crash(Duration time) {
    return runs.crash(time);
  }

  EncoderCounters counters() {
    EncoderRun current = runs.current();
    return new EncoderCounters(
        runs.begun(), programme.failures(), mailbox.dropped(), current == null ? 0 : current.pid());
  }

  EncoderHealth health() {
    return programme.health(traffic, mailbox.dropped());
  }

  Optional<Thumbnail> thumbnail() {
    return picture.latest().flatMap(workshop.pictures()::thumbnail);
  }

  private void supervise() {
    try {
      Signal signal = mailbox.take();
      while (!(signal instanceof Signal.Stop)) {
        if (signal instanceof Signal.Tick) {
          ticking.set(false);
        }
        try {
          programme.handle(signal);
        } catch (RuntimeException e) {
          LOG.error("Channel {}: the encoder met a defect", job.key(), e);
        }
        signal = mailbox.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      runs.stop();
    }
  }
}
