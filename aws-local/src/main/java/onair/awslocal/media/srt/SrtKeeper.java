package onair.awslocal.media.srt;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.SrtEnd;
import onair.awslocal.media.SrtRefusal;
import onair.awslocal.media.process.OutputTail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervises one end of SRT from start to stop: one ffmpeg at a time behind one relay, started
 * again when the other side has left or the process has died. One thread owns the process.
 */
final class SrtKeeper implements RelayEvents {

  private static final Logger LOG = LoggerFactory.getLogger(SrtKeeper.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofMillis(1_500);

  private final String name;
  private final SrtProgram ffmpeg;
  private final SrtEnd end;
  private final SrtWork work;
  private final Relay relay;
  private final Thread supervisor;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile @Nullable Process process;
  private volatile @Nullable String peer;
  private volatile @Nullable SrtRefusal refusal;

  /**
   * Takes the port of a listener.
   *
   * @param name for logs, such as the flow's and the output's name
   * @param address that listeners listen on
   * @throws IOException when the port is in use
   */
  SrtKeeper(String name, SrtProgram ffmpeg, InetAddress address, SrtEnd end, SrtWork work)
      throws IOException {
    this.name = name;
    this.ffmpeg = ffmpeg;
    this.end = end;
    this.work = work;
    this.relay =
        switch (end.role()) {
          case SrtEnd.Listener(int port, var allowed) ->
              new ListenerRelay(address, port, allowed, this);
          case SrtEnd.Caller(String host, int port, var streamId) ->
              new CallerRelay(host, port, this);
        };
    this.supervisor = Thread.ofPlatform().daemon().name("srt-" + name).unstarted(this::supervise);
  }

  void start() {
    supervisor.start();
  }

  /** Begins to stop: the port is free when this returns. */
  void beginStop() {
    stopping = true;
    stopped.countDown();
    Process current = process;
    if (current != null) {
      end(current); // says goodbye while the relay can still carry it
    }
    relay.close();
  }

  /** Returns when the process is gone and nothing is called any more. */
  void awaitStop() {
    try {
      if (supervisor.isAlive() && !Thread.currentThread().equals(supervisor)) {
        supervisor.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Disconnects the other side, which may come again. */
  void drop() {
    Process current = process;
    if (current != null) {
      current.toHandle().destroyForcibly();
    }
  }

  /** Numeric address of the other side; null while there is none. */
  @Nullable String peer() {
    return peer;
  }

  /** Why the last attempt failed; null when it did not. */
  @Nullable SrtRefusal refusal() {
    return refusal;
  }

  @Override
  public void accepted(String address) {
    synchronized (this) {
      if (process == null) {
        return; // it has just died
      }
      refusal = null;
      peer = address;
    }
    LOG.info("{}: connected with {}", name, address);
    work.connected(address);
  }

  @Override
  public void refused(SrtRefusal reason) {
    if (reason != refusal && peer == null) {
      refusal = reason;
      LOG.warn("{}: no connection, {}", name, reason);
      work.refused(reason);
    }
  }

  @Override
  public void left() {
    if (peer != null) {
      drop();
    }
  }

  private void supervise() {
    try {
      while (!stopping) {
        boolean connected = run();
        if (!connected && stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      relay.close();
    }
  }

  /** One process from begin to end; says whether it was connected. */
  private boolean run() throws InterruptedException {
    OutputTail errors = new OutputTail();
    Process started = null;
    Thread reader = null;
    try {
      started = launch();
      Process current = started;
      reader =
          Thread.ofPlatform()
              .daemon()
              .name("srt-" + name + "-errors")
              .start(() -> errors.read(current.getErrorStream()));
      if (stopping) {
        end(started); // beginStop() may have looked for it too early
      }
      work.run(started);
    } catch (IOException e) {
      LOG.debug("{}: {}", name, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("{}: the supervisor met a defect", name, e);
    } finally {
      if (started != null) {
        started.toHandle().destroyForcibly();
        started.waitFor();
        ffmpeg.ended(started);
      }
      if (reader != null) {
        reader.join();
      }
    }
    return finished(errors);
  }

  private Process launch() throws IOException {
    Process started = ffmpeg.start(work.arguments(end, relay.next()));
    process = started;
    return started;
  }

  private boolean finished(OutputTail errors) {
    boolean connected;
    synchronized (this) {
      connected = peer != null;
      process = null;
      peer = null;
    }
    if (connected) {
      LOG.info("{}: the other side is gone", name);
      work.disconnected();
    } else {
      LOG.debug("{}: ffmpeg ended: {}", name, errors.lines());
    }
    return connected;
  }

  /** Lets it say goodbye, but not for long. */
  private static void end(Process process) {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.toHandle().destroyForcibly();
    }
  }
}
