package onair.channel.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schedule of one encoder, which can lose an answer. */
final class FakeSchedule implements EncoderSchedule {

  /** One action of it. */
  record Asked(String name, @Nullable Instant at, Deed deed) {}

  private final List<Asked> asked = new ArrayList<>();
  private boolean forgetful;

  /** The next action is taken, and nobody learns of it. */
  synchronized void loseAnAnswer() {
    forgetful = true;
  }

  synchronized void reset() {
    asked.clear();
    forgetful = false;
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  synchronized List<String> names() {
    return asked.stream().map(Asked::name).toList();
  }

  @Override
  public synchronized void put(String encoderId, String name, @Nullable Instant at, Deed deed) {
    if (!names().contains(name)) {
      asked.add(new Asked(name, at, deed));
    }
    if (forgetful) {
      forgetful = false;
      throw new IllegalStateException("no answer");
    }
  }

  @Override
  public synchronized void remove(String encoderId, String name) {
    asked.removeIf(one -> one.name().equals(name));
  }
}
