package onair.common.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import onair.common.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs rounds of work on a virtual thread of its own until the service stops. A round that throws
 * is told once in the log and tried again after growing pauses; nothing ends the loop but stopping.
 */
public final class EventLoop implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EventLoop.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  /** One round. */
  @FunctionalInterface
  public interface Round {

    /** Works, and says how long to rest unless woken. */
    Duration run();
  }

  private final String name;
  private final Round round;
  private final Runnable interrupt;
  private final Semaphore wakes = new Semaphore(0);
  private final Backoff backoff = new Backoff();
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  /**
   * @param interrupt ends a wait inside of the round, if there is one
   */
  public EventLoop(String name, Round round, Runnable interrupt) {
    this.name = name;
    this.round = round;
    this.interrupt = interrupt;
  }

  /** Ends a rest between rounds, but not a pause after a failure. */
  public void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      thread = Thread.ofVirtual().name(name).start(this::loop);
    }
  }

  private void loop() {
    while (running) {
      rest(once());
    }
  }

  private Duration once() {
    try {
      Duration rest = Tenancy.asSystem(round::run);
      if (backoff.reset()) {
        log.info("{} works again", name);
      }
      return rest;
    } catch (RuntimeException failure) {
      return failed(failure);
    }
  }

  private Duration failed(RuntimeException failure) {
    Duration pause = backoff.next();
    if (running && pause.equals(Backoff.after(0))) {
      log.warn("{} does not work and will try again: {}", name, failure.toString());
    }
    log.debug("{} tries again in {}", name, pause, failure);
    wakes.drainPermits();
    return pause;
  }

  private void rest(Duration pause) {
    try {
      if (running && wakes.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException stopping) {
      log.debug("{} was interrupted while it rested", name);
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    Thread current = thread;
    if (current != null) {
      wakes.release();
      interrupt.run();
      join(current);
    }
  }

  private void join(Thread current) {
    try {
      if (!current.join(LONGEST_STOP)) {
        log.warn("{} has not ended", name);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
