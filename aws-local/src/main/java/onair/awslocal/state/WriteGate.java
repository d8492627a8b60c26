package onair.awslocal.state;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets rows be written, but not while they are held, nor once their store is closed. */
final class WriteGate {

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private boolean closed;

  /**
   * @throws IllegalStateException when the store is closed
   */
  void write(Runnable write) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("The state is closed, nothing can be written any more.");
      }
      write.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  <T> T hold(Supplier<T> action) {
    lock.writeLock().lock();
    try {
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Returns when what is being written is. */
  void close() {
    lock.writeLock().lock();
    try {
      closed = true;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
