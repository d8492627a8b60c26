package onair.awslocal.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private final Timers timers = new Timers();
  private final Gate gate = new Gate();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::due).thenComparing(Step::order));
  private long scheduled;
  private int running;
  private boolean held;
  private volatile boolean closed;

  private Lifecycle(InstantSource clock) {
    this.clock = clock;
  }

  /** Timers by the system's time; each step runs on its own virtual thread. */
  public static Lifecycle system() {
    return by(LocalClock.system());
  }

  /**
   * Timers by a clock that may be moved. Each step runs on its own virtual thread, but on that of
   * who moves the clock past it.
   */
  public static Lifecycle by(LocalClock clock) {
    Lifecycle lifecycle = new Lifecycle(clock);
    clock.add(lifecycle.timers);
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

  /** Every step passes it; calls that change state do so as well. */
  public Gate gate() {
    return gate;
  }

  /**
   * Tells somebody who waits for a moment that the clock was moved, on the thread that moved it.
   */
  public void onMoved(Runnable watcher) {
    watchers.add(watcher);
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
      due.forEach(this::run);
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
    if (clock instanceof LocalClock movable) {
      movable.remove(timers);
    }
  }

  private void run() {
    List<Step> due = awaitDue();
    while (due != null) {
      for (Step step : due) {
        Thread.ofVirtual().name(step.what()).start(() -> runBegun(step));
      }
      due = awaitDue();
    }
  }

  private @Nullable List<Step> awaitDue() {
    lock.lock();
    try {
      while (!closed) {
        List<Step> due = held ? List.of() : takeDue();
        if (!due.isEmpty()) {
          running += due.size();
          return due;
        }
        Step next = held ? null : steps.peek();
        if (next == null) {
          changed.await();
        } else {
          // At least a millisecond: the clock may stand still just before.
          long millis = Math.max(1, Duration.between(clock.instant(), next.due()).toMillis());
          boolean signalled = changed.await(millis, TimeUnit.MILLISECONDS);
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

  private void runBegun(Step step) {
    try {
      run(step);
    } finally {
      lock.lock();
      try {
        running--;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void run(Step step) {
    try {
      gate.run(
          () -> {
            if (!closed) {
              step.action().run();
            }
          });
    } catch (RuntimeException e) {
      LOG.error("Step failed: {}", step.what(), e);
    }
  }

  /** What a clock that is moved does with the steps. */
  private final class Timers implements LocalClock.Timers {

    @Override
    public void hold() {
      lock.lock();
      try {
        held = true;
        while (running > 0) {
          changed.awaitUninterruptibly();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public Optional<Instant> nextDue() {
      lock.lock();
      try {
        return Optional.ofNullable(steps.peek()).map(Step::due);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void runNext() {
      Step next;
      lock.lock();
      try {
        next = steps.poll();
      } finally {
        lock.unlock();
      }
      if (next != null) {
        run(next);
      }
    }

    @Override
    public void release() {
      lock.lock();
      try {
        held = false;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      watchers.forEach(Runnable::run);
    }
  }
}
