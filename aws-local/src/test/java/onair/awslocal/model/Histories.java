package onair.awslocal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one kind of world. The same seeds each time, so a build fails for what
 * changed; to look for more, set {@link #COUNT}.
 *
 * <pre>{@code
 * new Histories<>(FlowWorld::new)
 *     .sometimes(4, random -> new Step<>("start", FlowWorld::start))
 *     .sometimes(2, random -> time(random.nextInt(900)))
 *     .run(30, 60);
 * }</pre>
 */
public final class Histories<W extends World> {

  /** System property: the one history to run, as a failed one told it. */
  public static final String REPLAY = "onair.history";

  /** System property: how many histories to run instead of the number a test says. */
  public static final String COUNT = "onair.histories";

  private record Choice<W>(int weight, Function<Random, Step<W>> make) {}

  private final Callable<W> fresh;
  private final List<Choice<W>> choices = new ArrayList<>();

  /**
   * @param fresh makes the world a history begins with; shrinking asks for many
   */
  public Histories(Callable<W> fresh) {
    this.fresh = fresh;
  }

  /**
   * Adds a kind of step.
   *
   * @param weight how often it happens, in proportion to the others
   * @param make takes everything that is random about it from its argument
   */
  public Histories<W> sometimes(int weight, Function<Random, Step<W>> make) {
    choices.add(new Choice<>(weight, make));
    return this;
  }

  /**
   * Runs the histories of seeds 1, 2, 3 and so on.
   *
   * @param steps of each history
   * @throws FailedHistory for the first that fails
   */
  public void run(int histories, int steps) throws Exception {
    String replay = System.getProperty(REPLAY);
    if (replay != null) {
      run(replayed(replay, steps));
      return;
    }
    int count = Integer.getInteger(COUNT, histories);
    for (long seed = 1; seed <= count; seed++) {
      run(History.whole(seed, steps(seed, steps)));
    }
  }

  private void run(History<W> history) throws Exception {
    Optional<Throwable> failure = history.run(fresh);
    if (failure.isPresent()) {
      throw new Shrinking<>(history, failure.get(), fresh).shrunk();
    }
  }

  private History<W> replayed(String replay, int steps) {
    String[] parts = replay.split(":", 2);
    long seed = Long.parseLong(parts[0]);
    History<W> whole = History.whole(seed, steps(seed, steps));
    @Nullable String kept = parts.length == 1 ? null : parts[1];
    return kept == null ? whole : whole.keeping(indexes(kept));
  }

  private static List<Integer> indexes(String kept) {
    return kept.isEmpty()
        ? List.of()
        : Arrays.stream(kept.split(",")).map(Integer::valueOf).toList();
  }

  private List<Step<W>> steps(long seed, int count) {
    Random random = new Random(seed);
    int total = choices.stream().mapToInt(Choice::weight).sum();
    List<Step<W>> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(choice(random.nextInt(total)).make().apply(random));
    }
    return steps;
  }

  private Choice<W> choice(int dice) {
    int left = dice;
    for (Choice<W> choice : choices) {
      left -= choice.weight();
      if (left < 0) {
        return choice;
      }
    }
    throw new IllegalStateException("no step has a weight");
  }
}
