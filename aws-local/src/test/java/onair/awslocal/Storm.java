package onair.awslocal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Calls of all kinds from as many threads, until it is over. */
final class Storm {

  private final List<StormActor> actors;
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Thread> threads;

  private Storm(List<StormActor> actors) {
    this.actors = actors;
    this.threads =
        actors.stream()
            .map(actor -> Thread.ofPlatform().start(() -> actor.storm(over::get)))
            .toList();
  }

  static Storm of(List<StormActor> actors) {
    return new Storm(actors);
  }

  List<Integer> answered() {
    return actors.stream().map(StormActor::answered).toList();
  }

  /** From now on calls may fail, and no others are made. */
  void end() {
    over.set(true);
  }

  /** Returns when the last call has come to an end. */
  void await() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  static List<String> refusals(List<StormActor> actors) {
    return actors.stream().flatMap(actor -> actor.refusals().stream()).toList();
  }

  static List<String> differences(List<StormActor> actors) {
    return actors.stream().flatMap(actor -> actor.differences().stream()).toList();
  }
}
