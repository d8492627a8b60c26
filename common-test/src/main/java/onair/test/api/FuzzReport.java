package onair.test.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onair.test.TestApi.Reply;

/** What came of a run: how often each operation gave each status, and every kind of fault once. */
public final class FuzzReport {

  private static final int LONGEST_TOLD = 400;

  private final long seed;
  private final Map<DescribedOperation, Map<Integer, Integer>> statuses = new LinkedHashMap<>();
  private final Map<String, Fault> faults = new TreeMap<>();
  private int sequences;

  FuzzReport(long seed, List<DescribedOperation> operations) {
    this.seed = seed;
    operations.forEach(operation -> statuses.put(operation, new TreeMap<>()));
  }

  void count(DescribedOperation operation, int status) {
    statuses.computeIfAbsent(operation, first -> new TreeMap<>()).merge(status, 1, Integer::sum);
  }

  void sequence() {
    sequences++;
  }

  void fault(DescribedOperation operation, String what, Sent sent, Reply reply) {
    // numbers and ids differ from case to case, the fault is the same
    String kind = operation + " " + what.replaceAll("[0-9a-z]{26}|\\d{4,}|\\[\\d+]", "…");
    faults.merge(kind, new Fault(sent, told(reply), 1), (first, again) -> first.oncemore());
  }

  private static String told(Reply reply) {
    String text = reply.text();
    return reply.status()
        + " "
        + (text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…");
  }

  /**
   * Fails the test when any reply broke a rule, or when an operation never worked.
   *
   * @param outOfReach ids of operations that need more than requests to work
   */
  public void mustBeClean(String... outOfReach) {
    var unreached = new ArrayList<String>(neverReached());
    unreached.removeAll(List.of(outOfReach));
    if (!faults.isEmpty() || !unreached.isEmpty()) {
      throw new AssertionError(
          "%s%n%d kinds of faults:%n%s%nnever worked: %s"
              .formatted(this, faults.size(), String.join("\n", faults()), unreached));
    }
  }

  /** Faults by operation and kind, each with the first request that showed it; empty is good. */
  public List<String> faults() {
    return faults.entrySet().stream()
        .map(
            one ->
                "%s%n    (%d times with seed %d), first by %s%n    -> %s"
                    .formatted(
                        one.getKey(),
                        one.getValue().times(),
                        seed,
                        one.getValue().sent(),
                        one.getValue().reply()))
        .toList();
  }

  /** Operations that never answered 2xx, so that little of them was seen. */
  public List<String> neverReached() {
    return statuses.entrySet().stream()
        .filter(one -> one.getValue().keySet().stream().noneMatch(status -> status < 300))
        .map(one -> one.getKey().id())
        .toList();
  }

  /** Requests sent in all. */
  public int requests() {
    return statuses.values().stream()
        .flatMap(counts -> counts.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Sequences that got as far as their end. */
  public int sequences() {
    return sequences;
  }

  /** A table of operations and statuses. */
  @Override
  public String toString() {
    return "seed %d, %d requests, %d sequences%n".formatted(seed, requests(), sequences)
        + statuses.entrySet().stream()
            .map(one -> "  %-60s %s".formatted(one.getKey(), one.getValue()))
            .collect(Collectors.joining("\n"));
  }

  private record Fault(Sent sent, String reply, int times) {
    Fault oncemore() {
      return new Fault(sent, reply, times + 1);
    }
  }
}
