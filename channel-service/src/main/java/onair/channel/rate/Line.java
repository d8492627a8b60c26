package onair.channel.rate;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The calls of one node that wait for one bucket: the most urgent first, then as they came. Only
 * the first of them asks the bucket, so that many who wait ask no more often than one.
 */
final class Line {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final PriorityQueue<Place> places =
      new PriorityQueue<>(Comparator.comparing(Place::urgency).thenComparingLong(Place::number));
  private long came;

  private record Place(Urgency urgency, long number) {}

  /**
   * Waits for a turn.
   *
   * @param patience longest it waits; a wait that is known to be longer is not begun
   * @param take asks the bucket: nothing when it gave, else how long until it is worth asking again
   * @return whether it was given one
   */
  boolean pass(Urgency urgency, Duration patience, Supplier<Optional<Duration>> take)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    lock.lockInterruptibly();
    var place = new Place(urgency, came++);
    places.add(place);
    try {
      while (true) {
        long left = until - System.nanoTime();
        long wait = left;
        if (place.equals(places.peek())) {
          Optional<Duration> again = take.get();
          if (again.isEmpty()) {
            return true;
          }
          wait = again.get().toNanos();
        }
        if (left <= 0 || wait > left) {
          return false;
        }
        // Woken early, by one who left or by one who is more urgent, it looks where it stands.
        var unused = moved.awaitNanos(wait);
      }
    } finally {
      places.remove(place);
      moved.signalAll();
      lock.unlock();
    }
  }

  /** How many wait now. */
  int length() {
    lock.lock();
    try {
      return places.size();
    } finally {
      lock.unlock();
    }
  }
}
