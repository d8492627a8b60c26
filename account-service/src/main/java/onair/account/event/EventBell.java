package onair.account.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes those who wait for the next event of a log: at once for what is written here, and within a
 * second for what another instance writes.
 */
final class EventBell {

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final EventStore events;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private final Map<String, Watched> watched = new HashMap<>();
  private final List<Runnable> others = new CopyOnWriteArrayList<>();
  private boolean closed;

  EventBell(EventStore events) {
    this.events = events;
  }

  /** Has this run whenever an event was written here. */
  void alsoWake(Runnable other) {
    others.add(other);
  }

  void ringAfterCommit(String organizationId, long sequence) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            heard(Map.of(organizationId, sequence));
            others.forEach(Runnable::run);
          }
        });
  }

  /**
   * Waits until there is an event behind the sequence.
   *
   * @return false when there was none in that time, or when nobody shall wait any more
   */
  boolean await(String organizationId, long after, Duration atMost) throws InterruptedException {
    long nanos = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      Watched mine = watched.computeIfAbsent(organizationId, id -> new Watched());
      mine.waiting++;
      try {
        while (!closed && mine.head <= after && nanos > 0) {
          nanos = rung.awaitNanos(nanos);
        }
        return !closed && mine.head > after;
      } finally {
        mine.waiting--;
        watched.computeIfPresent(organizationId, (id, one) -> one.waiting == 0 ? null : one);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Looks what other instances wrote; how long to rest before the next time. */
  Duration round() {
    List<String> organizations;
    lock.lock();
    try {
      organizations = List.copyOf(watched.keySet());
    } finally {
      lock.unlock();
    }
    if (!organizations.isEmpty()) {
      heard(events.heads(organizations));
    }
    return LOOK;
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Sends everybody home who waits, and whoever would come. */
  void close() {
    lock.lock();
    try {
      closed = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void heard(Map<String, Long> heads) {
    lock.lock();
    try {
      heads.forEach(
          (organization, head) ->
              watched.computeIfPresent(
                  organization,
                  (id, one) -> {
                    one.head = Math.max(one.head, head);
                    return one;
                  }));
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static final class Watched {
    private long head;
    private int waiting;
  }
}
