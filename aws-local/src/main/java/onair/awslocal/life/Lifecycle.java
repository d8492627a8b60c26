package onair.awslocal.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timers of the local AWS. They live in memory only: a service keeps a pending change and its due
 * time in its state rows and schedules it again after a restart. A step that throws is logged and
 * stops nothing else.
 */
public final class Lifecycle implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  private record Step(Instant due, long order, String what, Runnable action) {}

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::due).thenComparing(Step::order));
  private long scheduled;
  private boolean closed;

  private Lifecycle(InstantSource clock) {
    this.clock = clock;
  }

  /** Timers by the system's time; each step runs on its own virtual thread. */
  public static Lifecycle system() {
    Lifecycle lifecycle = new Lifecycle(InstantSource.system());
    Thread.ofVirtual().name("lifecycle").start(lifecycle::run);
    return lifecycle;
  }

  /** Timers for tests: nothing happens until {@link #runDue()}, whatever {@code clock} says. */
  public static Lifecycle manual(InstantSource clock) {
    return new Lifecycle(clock);
  }

  /** What time it is for every local service. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Runs a step once, later.
   *
   * @param delay zero or negative means as soon as possible, but never before this method returns
   * @param what names the step in logs, for example {@code start channel 1234567}
   */
  public void after(Duration delay, String what, Runnable step) {
    at(now().plus(delay), what, step);
  }

  /** Like {@link #after} for a known moment; one in the past is as soon as possible. */
  public void at(Instant due, String what, Runnable step) {
    lock.lock();
    try {
      if (!closed) {
        steps.add(new Step(due, scheduled++, what, step));
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Runs every step that is due, by due time, on this thread, including those that become due by
   * doing so.
   */
  public void runDue() {
    List<Step> due = takeDue();
    while (!due.isEmpty()) {
      due.forEach(Lifecycle::run);
      due = takeDue();
    }
  }

  /** Drops all pending steps; running ones finish on their own. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      steps.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    List<Step> due = awaitDue();
    while (due != null) {
      for (Step step : due) {
        Thread.ofVirtual().name(step.what()).start(() -> run(step));
      }
      due = awaitDue();
    }
  }

  private @Nullable List<Step> awaitDue() {
    lock.lock();
    try {
      while (!closed) {
        List<Step> due = takeDue();
        if (!due.isEmpty()) {
          return due;
        }
        Step next = steps.peek();
        if (next == null) {
          changed.await();
        } else {
          long nanos = Math.max(1, Duration.between(clock.instant(), next.due()).toNanos());
          boolean signalled = changed.await(nanos, TimeUnit.NANOSECONDS);
          LOG.trace("Woken early: {}", signalled);
        }
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private List<Step> takeDue() {
    lock.lock();
    try {
      List<Step> due = new ArrayList<>();
      Instant now = clock.instant();
      Step next = steps.peek();
      while (next != null && !next.due().isAfter(now)) {
        due.add(next);
        steps.remove(next);
        next = steps.peek();
      }
      return due;
    } finally {
      lock.unlock();
    }
  }

  private static void run(Step step) {
    try {
      step.action().run();
    } catch (RuntimeException e) {
      LOG.error("Step failed: {}", step.what(), e);
    }
  }
}
