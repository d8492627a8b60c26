package onair.awslocal.life;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets any number of pieces of work go on at a time, and holds all of them for a moment in which
 * nothing is half done. Work that comes while somebody waits to hold it waits as well.
 */
public final class Gate {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** Work was not done within the time there was. */
  public static final class StillBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StillBusy(Duration patience) {
      super("Calls or state changes did not come to an end within " + patience + ".");
    }
  }

  /** Does a piece of work; others inside are part of it. */
  public void run(Runnable work) {
    lock.readLock().lock();
    try {
      work.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Like {@link #run}, with an outcome. */
  public <T> T work(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Waits outside, in the middle of a piece of work: for as long as that takes nobody has to wait
   * for it. The caller may hold no lock of its own, and what it saw before may have changed.
   */
  public <T> T outside(Supplier<T> wait) {
    int inside = lock.getReadHoldCount();
    IntStream.range(0, inside).forEach(each -> lock.readLock().unlock());
    try {
      return wait.get();
    } finally {
      IntStream.range(0, inside).forEach(each -> lock.readLock().lock());
    }
  }

  /**
   * Does something while no work is going on.
   *
   * @throws StillBusy when work does not end in time; then nothing was done
   */
  public <T> T hold(Duration patience, Supplier<T> action) {
    try {
      if (!lock.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StillBusy(patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StillBusy(patience);
    }
    try {
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
