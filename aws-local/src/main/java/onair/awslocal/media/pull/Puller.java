package onair.awslocal.media.pull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.Pull;
import onair.awslocal.media.asset.Assets;
import onair.awslocal.media.process.OutputTail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pulls one source for one listener: again and again, unless it is a file that has ended. */
final class Puller {

  private static final Logger LOG = LoggerFactory.getLogger(Puller.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Seven packets of a transport stream. */
  private static final int PIECE = 7 * 188;

  private final Pull pull;
  private final Path ffmpeg;
  private final Assets assets;
  private final FlowFeeds.Listener listener;
  private final Thread thread;
  private volatile boolean closed;
  private long heldUntil = System.nanoTime();
  private @Nullable Process process;

  Puller(Pull pull, Path ffmpeg, Assets assets, FlowFeeds.Listener listener) {
    this.pull = pull;
    this.ffmpeg = ffmpeg;
    this.assets = assets;
    this.listener = listener;
    this.thread = Thread.ofPlatform().daemon().name("pull-" + pull.id()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean isFor(FlowFeeds.Listener other) {
    return listener == other;
  }

  void close() {
    synchronized (this) {
      closed = true;
      kill();
      notifyAll();
    }
    try {
      if (!Thread.currentThread().equals(thread)) {
        thread.join(LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void interrupt(Duration time) {
    heldUntil = System.nanoTime() + time.toNanos();
    kill();
  }

  private synchronized void kill() {
    if (process != null) {
      process.toHandle().destroyForcibly();
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closed) {
      try {
        boolean came = once();
        pause = came ? FIRST_PAUSE : longer(pause);
      } catch (Ended e) {
        return;
      } catch (IOException e) {
        LOG.info("{} cannot be pulled: {}", pull, e.getMessage());
        pause = longer(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      hold(pause);
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private synchronized void hold(Duration pause) {
    long until = Math.max(heldUntil, System.nanoTime() + pause.toNanos());
    try {
      for (long left = until - System.nanoTime(); left > 0 && !closed; ) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = until - System.nanoTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Says whether anything came. */
  private boolean once() throws IOException, InterruptedException, Ended {
    Path copy = Assets.isInS3(pull.url()) ? assets.copy(pull.url()) : null;
    try {
      Process begun = begin(copy == null ? pull.url() : copy.toString());
      OutputTail said = new OutputTail();
      Thread errors = Thread.ofPlatform().daemon().start(() -> said.read(begun.getErrorStream()));
      boolean came = pass(begun.getInputStream());
      int code = begun.waitFor();
      errors.join();
      if (!closed && came && code == 0 && pull.isFile()) {
        listener.ended();
        throw new Ended();
      }
      LOG.debug("{} ended with {}: {}", pull, code, said.lines());
      return came;
    } finally {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    }
  }

  private synchronized Process begin(String address) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    Process begun = new ProcessBuilder(command(address)).start();
    begun.getOutputStream().close();
    process = begun;
    return begun;
  }

  private boolean pass(InputStream stream) throws IOException {
    boolean came = false;
    try (stream) {
      for (byte[] piece = stream.readNBytes(PIECE);
          piece.length == PIECE && !closed;
          piece = stream.readNBytes(PIECE)) {
        if (!came) {
          came = true;
          listener.connected();
        }
        listener.packets(piece, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
      }
    } finally {
      if (came && !closed) {
        listener.disconnected();
      }
    }
    return came;
  }

  private List<String> command(String address) {
    List<String> command = new ArrayList<>();
    command.add(ffmpeg.toString());
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-loglevel", "warning"));
    if (pull.isFile()) {
      command.add("-re"); // as fast as it plays
    }
    if (pull.loops()) {
      command.addAll(List.of("-stream_loop", "-1"));
    }
    if (address.startsWith("http") || address.startsWith("rtmp")) {
      command.addAll(List.of("-rw_timeout", "5000000"));
    }
    pull.options().forEach((name, value) -> command.addAll(List.of("-" + name, value)));
    command.addAll(List.of("-i", address, "-c", "copy", "-sn", "-dn"));
    command.addAll(List.of("-muxdelay", "0", "-flush_packets", "1", "-f", "mpegts", "pipe:1"));
    return command;
  }

  /** A file has ended. */
  private static final class Ended extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
