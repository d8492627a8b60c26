package onair.channel.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import onair.common.reconcile.CrashPoint;
import onair.common.tenancy.Tenancy;

/** Some worlds in which lives are played at the same time, each world on a thread of its own. */
final class PlayedWorlds implements AutoCloseable {

  private static final int LIVES_UNTIL_TIDY = 200;
  private static final int ENOUGH_FAILURES = 5;

  private final List<PlayedWorld> worlds = new ArrayList<>();
  private final CrashPoint.Listening listening = PlayedProcess.listen();

  /** One life: what is wrong at its end. */
  interface Life extends Function<PlayedWorld, List<String>> {}

  PlayedWorlds(int count) {
    // One after the other: they read the same things.
    for (int number = 0; number < count; number++) {
      worlds.add(new PlayedWorld(number));
    }
  }

  /** Plays all of them, and says which had what wrong; it stops when there are too many. */
  List<String> play(int lives, Function<Integer, Life> life) {
    AtomicInteger next = new AtomicInteger();
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        worlds.stream()
            .map(
                world ->
                    Thread.ofPlatform()
                        .name("life")
                        .start(
                            () ->
                                Tenancy.runAsSystem(
                                    () -> play(world, lives, next, life, failures))))
            .toList();
    threads.forEach(PlayedWorlds::join);
    return failures;
  }

  private static void play(
      PlayedWorld world,
      int lives,
      AtomicInteger next,
      Function<Integer, Life> life,
      List<String> failures) {
    world.enter();
    int played = 0;
    for (int number = next.getAndIncrement();
        number < lives && failures.size() < ENOUGH_FAILURES;
        number = next.getAndIncrement()) {
      if (++played % LIVES_UNTIL_TIDY == 0) {
        world.tidy();
      }
      try {
        for (String wrong : life.apply(number).apply(world)) {
          failures.add(number + ": " + wrong);
        }
      } catch (RuntimeException broken) {
        failures.add(number + ": " + broken);
        world.tidy();
      }
    }
    PlayedProcess.leave();
  }

  /** In one world, on this thread. */
  List<String> play(Life life) {
    List<String> wrong = new ArrayList<>();
    play(1, number -> life).forEach(wrong::add);
    return wrong;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    listening.close();
    worlds.forEach(PlayedWorld::close);
  }
}
