package onair.awslocal.life;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What time it is for the local AWS: the system's time until somebody moves it. It can be ahead of
 * the system's time, and it can stand still. Pictures and sound go by the system's time whatever
 * this clock says.
 *
 * <p>Safe for any number of threads; changes exclude each other.
 */
public final class LocalClock implements InstantSource {

  /** The furthest {@link #advance} goes at a time. */
  public static final Duration FURTHEST = Duration.ofDays(400);

  /**
   * How the clock is set.
   *
   * @param offset how far it is ahead of the system's time while it goes; negative when it is
   *     behind
   * @param frozenAt where it stands; null while it goes
   */
  public record Setting(Duration offset, @Nullable Instant frozenAt) {

    /** The system's time. */
    public static final Setting SYSTEM = new Setting(Duration.ZERO, null);

    public boolean frozen() {
      return frozenAt != null;
    }
  }

  /** Who does something at moments of this clock. */
  interface Timers {

    /** Begins nothing by itself from now on, and returns when what it has begun is done. */
    void hold();

    /** When the next step is due. */
    Optional<Instant> nextDue();

    /** Runs the next step on this thread. */
    void runNext();

    /** Goes on by itself, by the time it is now. */
    void release();
  }

  private final InstantSource system;
  private final ReentrantLock changing = new ReentrantLock();
  private final List<Timers> timers = new CopyOnWriteArrayList<>();
  private final List<Consumer<Setting>> listeners = new CopyOnWriteArrayList<>();
  private volatile Setting setting = Setting.SYSTEM;

  private LocalClock(InstantSource system) {
    this.system = system;
  }

  /** The system's time. */
  public static LocalClock system() {
    return over(InstantSource.system());
  }

  /** A clock of any source of time. */
  public static LocalClock over(InstantSource system) {
    return new LocalClock(system);
  }

  @Override
  public Instant instant() {
    Setting now = setting;
    return now.frozenAt() == null ? system.instant().plus(now.offset()) : now.frozenAt();
  }

  public Setting setting() {
    return setting;
  }

  /**
   * Tells of every new setting before it is so, on the thread that sets it. Of {@link #advance} it
   * tells where that will end, before any step runs.
   */
  public void onSet(Consumer<Setting> listener) {
    listeners.add(listener);
  }

  /** Stands still from now on. Steps that are due already still run. */
  public void freeze() {
    change(() -> set(at(instant(), true)));
  }

  /** Goes on from where it stands. */
  public void resume() {
    change(() -> set(at(instant(), false)));
  }

  /** Back to the system's time, which may be earlier: what is not due any more waits again. */
  public void reset() {
    set(Setting.SYSTEM);
  }

  /**
   * Moves on. Every step that is due on the way runs on this thread, the first due first, and sees
   * the moment it is due at as the time, also those that are scheduled by doing so. Then the clock
   * stands, or goes on, from where it has come to.
   *
   * @param way not negative, at most {@link #FURTHEST}
   * @throws IllegalArgumentException for any other way
   */
  public void advance(Duration way) {
    if (way.isNegative() || way.compareTo(FURTHEST) > 0) {
      throw new IllegalArgumentException(
          "The clock moves on by 0 s to %s, not by %s.".formatted(FURTHEST, way));
    }
    change(
        () -> {
          boolean frozen = setting.frozen();
          Instant begin = instant();
          Instant end = begin.plus(way);
          tell(at(end, frozen));
          setting = at(begin, true);
          timers.forEach(Timers::hold);
          for (Timers next = next(end); next != null; next = next(end)) {
            Instant due = next.nextDue().orElse(end);
            setting = at(due.isAfter(instant()) ? due : instant(), true);
            next.runNext();
          }
          setting = at(end, frozen);
        });
  }

  /** Moves them from now on, until they are removed. */
  void add(Timers added) {
    timers.add(added);
  }

  void remove(Timers removed) {
    timers.remove(removed);
  }

  private @Nullable Timers next(Instant end) {
    return timers.stream()
        .filter(each -> each.nextDue().filter(due -> !due.isAfter(end)).isPresent())
        .min(Comparator.comparing(each -> each.nextDue().orElse(Instant.MAX)))
        .orElse(null);
  }

  private void change(Runnable change) {
    changing.lock();
    try {
      change.run();
    } finally {
      timers.forEach(Timers::release);
      changing.unlock();
    }
  }

  /** Sets it in whatever way. */
  public void set(Setting next) {
    change(
        () -> {
          tell(next);
          setting = next;
        });
  }

  private void tell(Setting next) {
    listeners.forEach(listener -> listener.accept(next));
  }

  private Setting at(Instant now, boolean frozen) {
    return new Setting(Duration.between(system.instant(), now), frozen ? now : null);
  }
}
