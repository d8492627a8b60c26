package onair.awslocal.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import onair.awslocal.state.Table;

/**
 * The messages of one queue, the next to be received first. Every change is on disk before it can
 * be seen.
 */
final class MessageQueue {

  /** A message and its place in the order of arrival, which it keeps. */
  private record Entry(MessageRow message, long arrival) {

    Instant visibleAt() {
      return message.visibleAt();
    }
  }

  private static final Comparator<Entry> NEXT_FIRST =
      Comparator.comparing(Entry::visibleAt).thenComparing(Entry::arrival);

  /** How many messages can be received now, are with a receiver, or are still delayed. */
  record Counts(long available, long inFlight, long delayed) {}

  private final Table<MessageRow> table;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeSet<Entry> order = new TreeSet<>(NEXT_FIRST);
  private final Map<String, Entry> byId = new HashMap<>();
  private long arrivals;
  private boolean closed;

  MessageQueue(Table<MessageRow> table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Takes a message that is on disk already. */
  void adopt(MessageRow message) {
    lock.lock();
    try {
      remember(new Entry(message, arrivals++));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void send(MessageRow message) {
    table.put(message.id(), message);
    adopt(message);
  }

  /**
   * Hides what it returns.
   *
   * @param exhausted messages that are not to be received again; they are taken out, hidden from
   *     everybody
   * @param taken where those go; the caller moves them
   */
  List<MessageRow> receive(
      int max, Duration hidden, Predicate<MessageRow> exhausted, List<MessageRow> taken) {
    lock.lock();
    try {
      return take(max, hidden, exhausted, taken);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for a message that can be received, and says whether there may be one; false when there
   * was none in time, or nothing is received any more.
   */
  boolean await(Duration wait) {
    long left = wait.toNanos();
    lock.lock();
    try {
      while (left > 0 && !closed && !isReady()) {
        long waited = Math.min(left, nanosToNext());
        left -= waited - changed.awaitNanos(waited);
      }
      return isReady() && !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The clock has moved: what was hidden may not be any more. */
  void look() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isReady() {
    return !order.isEmpty() && !order.first().visibleAt().isAfter(clock.instant());
  }

  private List<MessageRow> take(
      int max, Duration hidden, Predicate<MessageRow> exhausted, List<MessageRow> taken) {
    List<MessageRow> received = new ArrayList<>(max);
    Instant now = clock.instant();
    while (received.size() < max && !order.isEmpty() && !order.first().visibleAt().isAfter(now)) {
      Entry next = order.first();
      if (exhausted.test(next.message())) {
        forget(next);
        taken.add(next.message());
      } else {
        received.add(replace(next, next.message().receivedAt(now, now.plus(hidden))));
      }
    }
    return received;
  }

  /** Until the next hidden message shows itself, a millisecond at least: the clock may stand. */
  private long nanosToNext() {
    return order.isEmpty()
        ? Long.MAX_VALUE
        : Math.max(
            1_000_000, Duration.between(clock.instant(), order.first().visibleAt()).toNanos());
  }

  /**
   * Deletes when the handle is of the message's last receive; an older one changes nothing, as in
   * AWS.
   */
  void delete(ReceiptHandle handle) {
    lock.lock();
    try {
      Entry entry = byId.get(handle.messageId());
      if (entry != null && handle.isFor(entry.message())) {
        remove(entry);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Hides a received message from now on; zero shows it at once. */
  void changeVisibility(ReceiptHandle handle, Duration hidden) {
    lock.lock();
    try {
      Entry entry = byId.get(handle.messageId());
      Instant now = clock.instant();
      if (entry == null || !handle.isFor(entry.message()) || !entry.visibleAt().isAfter(now)) {
        throw SqsErrors.notInFlight();
      }
      replace(entry, entry.message().hiddenUntil(now.plus(hidden)));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Removes what was sent before a moment. */
  void removeSentBefore(Instant time) {
    removeIf(message -> message.sentAt().isBefore(time));
  }

  void purge() {
    removeIf(message -> true);
  }

  /** Ends all waiting receives; nothing is received any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Counts counts() {
    lock.lock();
    try {
      Instant now = clock.instant();
      long available = order.stream().takeWhile(row -> !row.visibleAt().isAfter(now)).count();
      long delayed =
          order.stream()
              .filter(row -> row.visibleAt().isAfter(now) && row.message().received() == 0)
              .count();
      return new Counts(available, order.size() - available - delayed, delayed);
    } finally {
      lock.unlock();
    }
  }

  private void removeIf(Predicate<MessageRow> unwanted) {
    lock.lock();
    try {
      byId.values().stream()
          .filter(entry -> unwanted.test(entry.message()))
          .toList()
          .forEach(this::remove);
    } finally {
      lock.unlock();
    }
  }

  private MessageRow replace(Entry old, MessageRow message) {
    table.put(message.id(), message);
    forget(old);
    remember(new Entry(message, old.arrival()));
    return message;
  }

  private void remove(Entry entry) {
    table.remove(entry.message().id());
    forget(entry);
  }

  private void remember(Entry entry) {
    byId.put(entry.message().id(), entry);
    order.add(entry);
  }

  private void forget(Entry entry) {
    byId.remove(entry.message().id());
    order.remove(entry);
  }
}
