package onair.awslocal.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The steps of one seed, or some of them.
 *
 * @param seed makes the same steps again
 * @param all what the seed makes
 * @param kept indexes into {@code all} of the steps that are run, ascending
 */
record History<W extends World>(long seed, List<Step<W>> all, List<Integer> kept) {

  static <W extends World> History<W> whole(long seed, List<Step<W>> all) {
    return new History<>(seed, all, IntStream.range(0, all.size()).boxed().toList());
  }

  History<W> keeping(List<Integer> some) {
    return new History<>(seed, all, some);
  }

  /** Runs the steps one after the other in a fresh world; what went wrong, if anything did. */
  Optional<Throwable> run(Callable<W> fresh) throws Exception {
    try (W world = fresh.call()) {
      world.check();
      for (int index : kept) {
        all.get(index).act().on(world);
        world.check();
      }
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(e);
    }
  }

  /** What {@link Histories#REPLAY} takes to run this again. */
  String replay() {
    return kept.size() == all.size()
        ? String.valueOf(seed)
        : seed + ":" + kept.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  @Override
  public String toString() {
    return kept.stream()
        .map(index -> "  %3d  %s".formatted(index, all.get(index).text()))
        .collect(Collectors.joining("\n"));
  }
}
