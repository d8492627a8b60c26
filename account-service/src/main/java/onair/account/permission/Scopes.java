package onair.account.permission;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;

/**
 * Every scope a key or a role can have: each resource's words, {@code <resource>:*} for all of
 * them, and {@code *} for everything.
 */
public final class Scopes {

  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("channels", List.of("read", "write", "control")),
          Map.entry("assets", List.of("read", "write")),
          Map.entry("ads", List.of("read", "write")),
          Map.entry("delivery", List.of("read", "write")),
          Map.entry("usage", List.of("read", "write")),
          Map.entry("webhooks", List.of("read", "write")),
          Map.entry("events", List.of("read")),
          Map.entry("audit", List.of("read")),
          Map.entry("organizations", List.of("read", "write")),
          Map.entry("members", List.of("read", "write")),
          Map.entry("api-keys", List.of("read", "write")),
          Map.entry("ops", List.of("read", "write")));

  private static final Set<String> ALL = all(WORDS);

  private Scopes() {}

  /** In alphabetical order. */
  public static Set<String> all() {
    return ALL;
  }

  /**
   * Makes sure that nobody gives away, to a key or to a person, what they may not do themselves.
   *
   * @throws Problem 403 naming the first scope the caller does not have
   */
  public static void requireAll(Caller caller, Collection<String> scopes) {
    scopes.stream()
        .sorted()
        .filter(scope -> !caller.has(scope))
        .findFirst()
        .ifPresent(
            scope -> {
              throw Problems.scopeMissing(scope);
            });
  }

  private static Set<String> all(Map<String, List<String>> resources) {
    var all = new TreeSet<>(Set.of("*"));
    resources.forEach(
        (resource, words) -> {
          all.add(resource + ":*");
          words.forEach(word -> all.add(resource + ":" + word));
        });
    return Collections.unmodifiableSet(all);
  }
}
