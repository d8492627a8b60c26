package onair.channel.adbreak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down which splice inserts an encoder was asked for. */
final class FakeSplices implements SpliceInserts {

  /** One call. */
  record Asked(
      String encoderId, String name, @Nullable Instant at, long eventId, Duration duration) {}

  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private volatile boolean fails;

  /** The next call gets no answer and has no effect. */
  void failOnce() {
    fails = true;
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  void reset() {
    asked.clear();
  }

  @Override
  public void insert(
      String encoderId, String name, @Nullable Instant at, long eventId, Duration duration) {
    if (fails) {
      fails = false;
      throw new IllegalStateException("no answer");
    }
    asked.add(new Asked(encoderId, name, at, eventId, duration));
  }
}
