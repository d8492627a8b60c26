package onair.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.test.TestApi;
import onair.test.api.Askers;

/** Who comes to the platform: browsers of members, programs with keys, and those of others. */
final class PlatformAskers implements Askers {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Tenant ours;
  private final Tenant theirs;
  private final Map<String, TestApi> unknown;

  /** Returns when whatever has ended is not believed any more. */
  PlatformAskers(Tenant ours, Tenant theirs) {
    this.ours = ours;
    this.theirs = theirs;
    var ended = new LinkedHashMap<String, TestApi>();
    ended.put("an expired key", ours.keyUntil(Instant.now().plusSeconds(5)));
    ended.put("a revoked key", ours.revokedKey());
    ended.put("an ended session", ours.endedSession());
    ended.put("nobody", ours.nobody());
    ended.put("a mistyped key", ours.bearer(ours.secret() + "x"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> ended.values().stream().allMatch(one -> one.get("/v1/whoami").status() == 401));
    this.unknown = Map.copyOf(ended);
  }

  @Override
  public TestApi owner() {
    return ours.owner();
  }

  @Override
  public Map<String, TestApi> unknown() {
    return unknown;
  }

  @Override
  public TestApi member(String role, Set<String> scopes) {
    return ours.member(role);
  }

  @Override
  public TestApi key(Set<String> scopes) {
    return ours.key(scopes);
  }

  @Override
  public TestApi stranger() {
    return theirs.key();
  }

  @Override
  public Optional<TestApi> acrossSites() {
    return Optional.of(ours.acrossSites());
  }
}
