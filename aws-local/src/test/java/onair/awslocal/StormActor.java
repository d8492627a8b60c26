package onair.awslocal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Somebody who makes, changes and removes things of one kind, one call after the other, and knows
 * what must be there however it ends: everything that was answered, and of the one call that was
 * not, all or nothing.
 */
final class StormActor {

  private static final int MOST = 12;

  /** Things of one kind that AWS keeps, as a value by name. */
  interface Kind {

    void create(String name, String value);

    void update(String name, String value);

    void remove(String name);

    /** Whether such things are only ever made. */
    default boolean onlyMade() {
      return false;
    }

    /** All there are, whole. */
    Map<String, String> read();
  }

  private record Change(String name, @Nullable String before, @Nullable String after) {}

  private final String about;
  private final Kind kind;
  private final Random random;
  private final Map<String, String> known = new HashMap<>();
  private final List<Map<String, String>> history = new CopyOnWriteArrayList<>(List.of(Map.of()));
  private final List<String> refusals = new ArrayList<>();
  private @Nullable Change unanswered;
  private int made;

  StormActor(String about, Kind kind, long seed) {
    this.about = about;
    this.kind = kind;
    this.random = new Random(seed ^ about.hashCode());
  }

  /**
   * Calls until the other side is gone.
   *
   * @param gone whether somebody has killed it
   */
  void storm(BooleanSupplier gone) {
    try {
      while (!gone.getAsBoolean()) {
        step();
      }
    } catch (SdkClientException e) {
      if (!gone.getAsBoolean()) {
        refusals.add(about + ": " + e);
      }
    } catch (RuntimeException e) {
      refusals.add(about + " was refused " + unanswered + ": " + e);
    }
  }

  private void step() {
    int dice = random.nextInt(10);
    String value = "v" + random.nextInt(1_000_000);
    List<String> names = known.keySet().stream().sorted().toList();
    String any = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
    if (kind.onlyMade() || names.isEmpty() || dice < 4 && names.size() < MOST) {
      String name = "n" + made++;
      change(new Change(name, null, value), () -> kind.create(name, value));
    } else if (dice < 7) {
      change(new Change(any, known.get(any), value), () -> kind.update(any, value));
    } else {
      change(new Change(any, known.get(any), null), () -> kind.remove(any));
    }
  }

  private void change(Change change, Runnable call) {
    unanswered = change;
    call.run();
    settle(change.name(), change.after());
    unanswered = null;
  }

  private void settle(String name, @Nullable String value) {
    if (value == null) {
      known.remove(name);
    } else {
      known.put(name, value);
    }
    history.add(Map.copyOf(known));
  }

  /** How many changes were answered. */
  int answered() {
    return history.size() - 1;
  }

  /**
   * Goes back to what is there now, which must be what was there after one of these many answers.
   *
   * @return what is wrong, or nothing
   */
  String goBackTo(int from, int to) {
    Map<String, String> found = kind.read();
    List<Map<String, String>> possible = history.subList(from, Math.min(to + 1, history.size()));
    if (!possible.contains(found)) {
      return "%s: %s is none of %s".formatted(about, found, possible);
    }
    known.clear();
    known.putAll(found);
    return "";
  }

  /** Calls that must not fail and did. */
  List<String> refusals() {
    return refusals;
  }

  /** What is there and must not be, or is not there and must be, or is another. */
  List<String> differences() {
    Map<String, String> found = kind.read();
    List<String> all = new ArrayList<>();
    Map<String, String> expected = new HashMap<>(known);
    Change open = unanswered;
    if (open != null) {
      expected.remove(open.name());
      String now = found.get(open.name());
      if (!Objects.equals(now, open.before()) && !Objects.equals(now, open.after())) {
        all.add("%s: %s was not answered and is now %s".formatted(about, open, now));
      }
    }
    found.forEach(
        (name, value) -> {
          boolean isOpen = open != null && open.name().equals(name);
          if (!isOpen && !value.equals(expected.get(name))) {
            all.add("%s: %s is %s, not %s".formatted(about, name, value, expected.get(name)));
          }
        });
    expected.keySet().stream()
        .filter(name -> !found.containsKey(name))
        .forEach(name -> all.add("%s: %s is gone".formatted(about, name)));
    return all;
  }

  /** What was found is what is known from now on; says whether the open call has had an effect. */
  String accept() {
    String open = "";
    if (unanswered != null) {
      String now = kind.read().get(unanswered.name());
      open = Objects.equals(now, unanswered.after()) ? " +1" : " -1";
      settle(unanswered.name(), now);
      unanswered = null;
    }
    return about + " " + answered() + open;
  }
}
