package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import onair.common.reconcile.CrashPoint;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The processes of a cluster, all on one thread: at every point that one passes {@link Mishaps} may
 * end it, or make it stand still while the others go on. A process that is dead reaches neither the
 * database nor AWS any more.
 */
final class PlayedProcess {

  /** As deep as processes stand still inside of one another. */
  static final int MOST_ASLEEP = 2;

  private static final Pattern EFFECT =
      Pattern.compile("^(committed|(\\d{3}|no answer) (POST|PUT|DELETE|PATCH))");

  private static final ThreadLocal<PlayedProcess> HERE = new ThreadLocal<>();

  /** The process died. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died() {
      super("the process died", null, false, false);
    }
  }

  private static final class One {
    boolean dead;
  }

  /** Lets the others go on until a moment. */
  @FunctionalInterface
  interface Others {
    void live(Instant until);
  }

  private final PlayedCloud cloud;
  private final Deque<One> running = new ArrayDeque<>();
  private final List<String> passed = new ArrayList<>();
  private Mishaps mishaps = Mishaps.none();
  private Others others = until -> {};
  private boolean quiet = true;
  private int mishapped;

  PlayedProcess(PlayedCloud cloud) {
    this.cloud = cloud;
  }

  /** Of this thread; null when nothing is played on it. */
  static @Nullable PlayedProcess here() {
    return HERE.get();
  }

  /** What the service tells of the points it passes; every process is played on its own thread. */
  static CrashPoint.Listening listen() {
    return CrashPoint.listen(
        name -> {
          PlayedProcess process = here();
          if (process != null) {
            process.point(name);
          }
        });
  }

  /** From now on this is played on this thread. */
  void enter() {
    HERE.set(this);
  }

  static void leave() {
    HERE.remove();
  }

  /** A new life with these mishaps. */
  void begin(Mishaps newMishaps, Others newOthers) {
    mishaps = newMishaps;
    others = newOthers;
    passed.clear();
    mishapped = 0;
    quiet = false;
  }

  /** Nothing goes wrong any more. */
  void calm() {
    quiet = true;
  }

  boolean isCalm() {
    return quiet;
  }

  /** Every point that was passed, in order. */
  List<String> passed() {
    return List.copyOf(passed);
  }

  /**
   * Numbers of the points that come right after an effect. To die at any other is the same as to
   * die at the one before it.
   */
  List<Integer> effects() {
    List<Integer> effects = new ArrayList<>();
    for (int i = 0; i < passed.size(); i++) {
      if (EFFECT.matcher(passed.get(i)).find()) {
        effects.add(i);
      }
    }
    return effects;
  }

  /** Does something in a process of its own; false when that died. */
  boolean run(Runnable work) {
    var one = new One();
    running.push(one);
    try {
      work.run();
    } catch (Died died) {
      // What it did not do, another does.
    } finally {
      running.pop();
    }
    return !one.dead;
  }

  /** How many there are in the middle of something; all but one of them stand still. */
  int depth() {
    return running.size();
  }

  boolean isDead() {
    One one = running.peek();
    return one != null && one.dead;
  }

  private boolean isPlayed() {
    return !quiet && !running.isEmpty();
  }

  /** The process passes a point between two effects. */
  void point(String name) {
    if (running.isEmpty()) {
      return;
    }
    if (isDead()) {
      throw new Died();
    }
    if (quiet) {
      return;
    }
    passed.add(name);
    Duration pause = mishaps.pause(name);
    if (pause.equals(Mishaps.DEATH)) {
      die();
    } else if (pause.isPositive() && !name.startsWith("call ")) {
      // A call that is on its way takes no longer than its timeout: that is a late effect.
      standStill(pause);
    }
  }

  private void die() {
    mishapped++;
    running.element().dead = true;
    throw new Died();
  }

  /** Whoever holds rows of the database cannot be waited for on this thread. */
  private void standStill(Duration pause) {
    if (depth() > MOST_ASLEEP || TransactionSynchronizationManager.isActualTransactionActive()) {
      return;
    }
    mishapped++;
    others.live(cloud.now().plus(pause));
  }

  /** How often something became of a process so far. */
  int mishaps() {
    return mishapped;
  }

  /** What becomes of a commit: 0 done, 1 not done, 2 done and not learned. */
  int commit() {
    return isPlayed() ? mishaps.commit() : 0;
  }
}
