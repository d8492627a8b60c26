package onair.awslocal.media.push;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.Push;
import onair.awslocal.media.mp4.Fragment;
import onair.awslocal.media.mp4.Track;
import onair.awslocal.media.packager.OutputTap;
import onair.awslocal.media.process.OutputTail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one output to one place: a program connects when there is something to deliver, stays
 * connected from run to run of the encoder, and is begun again after a pause when it ends.
 */
public final class Pusher implements OutputTap, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pusher.class);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final PushArguments arguments;
  private final Push push;
  private final String channel;
  private final EncoderEvents events;
  private final Backlog backlog = new Backlog();
  private final Thread thread;
  private final int leading;
  private byte @Nullable [] header;
  private volatile boolean ready;
  private volatile boolean closed;
  private volatile @Nullable Process process;
  private boolean toldLost;

  public Pusher(Path ffmpeg, EncoderJob job, Push push, EncoderEvents events) {
    this.arguments = new PushArguments(ffmpeg, job, push);
    this.push = push;
    this.channel = job.key();
    this.events = events;
    this.leading = arguments.leadingTrack();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("push-%s-%s".formatted(job.key(), push.name()))
            .unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public synchronized void header(byte[] whole, List<Track> tracks) {
    header = whole;
    backlog.add(whole); // a program that is at work skips it
  }

  @Override
  public synchronized void fragment(int track, Fragment fragment) {
    byte[] first = header;
    if (!backlog.isAccepting()
        && ready
        && track == leading
        && fragment.keyframe()
        && first != null) {
      ready = false;
      backlog.begin();
      backlog.add(first);
      notifyAll();
    }
    backlog.add(fragment.bytes());
  }

  @Override
  public void close() {
    closed = true;
    backlog.close();
    synchronized (this) {
      notifyAll();
    }
    Process current = process;
    if (current != null) {
      current.toHandle().destroyForcibly();
    }
    try {
      if (!Thread.currentThread().equals(thread)) {
        thread.join(GOODBYE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        awaitBeginning();
        if (!closed) {
          once();
        }
      } while (!closed && !backlog.isClosedWithin(push.retrySeconds() * 1000L));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitBeginning() throws InterruptedException {
    ready = true;
    while (ready && !closed) {
      wait();
    }
  }

  private void once() throws InterruptedException {
    OutputTail said = new OutputTail();
    String reason;
    try {
      Process begun = new ProcessBuilder(arguments.command()).start();
      process = begun;
      if (closed) {
        begun.toHandle().destroyForcibly();
      }
      Thread errors = Thread.ofPlatform().daemon().start(() -> said.read(begun.getErrorStream()));
      Thread progress = Thread.ofPlatform().daemon().start(() -> watch(begun));
      begun.onExit().thenRun(backlog::end);
      feed(begun);
      begun.waitFor();
      errors.join();
      progress.join();
      reason = backlog.hasOverflown() ? "it is too slow" : arguments.masked(said.lines());
    } catch (IOException e) {
      reason = "it cannot be started: " + e.getMessage();
    } finally {
      backlog.end();
      process = null;
    }
    lost(reason);
  }

  private void feed(Process begun) throws InterruptedException {
    try (OutputStream input = begun.getOutputStream()) {
      for (byte[] piece = backlog.take(); piece != null; piece = backlog.take()) {
        input.write(piece);
        input.flush();
      }
    } catch (IOException e) {
      LOG.debug("Channel {}: {} takes no more", channel, push);
    }
    if (backlog.hasOverflown()) {
      begun.toHandle().destroyForcibly();
    }
  }

  /** It tells of its progress once it is connected. */
  private void watch(Process begun) {
    AtomicBoolean told = new AtomicBoolean();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(begun.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (PushArguments.tellsOfDelivery(line) && told.compareAndSet(false, true)) {
          connected();
        }
      }
    } catch (IOException e) {
      LOG.trace("{} tells no more", push, e);
    }
  }

  private synchronized void connected() {
    toldLost = false;
    if (!closed) {
      LOG.info("Channel {}: {} delivers", channel, push);
      events.pushConnected(push.name());
    }
  }

  private synchronized void lost(String reason) {
    if (!closed && !toldLost) {
      toldLost = true;
      LOG.info("Channel {}: {} does not deliver: {}", channel, push, reason);
      events.pushLost(push.name(), reason);
    }
  }
}
