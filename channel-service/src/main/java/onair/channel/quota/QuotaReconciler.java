package onair.channel.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;

/** Reads AWS's limits and counts what others hold of them, again and again. */
final class QuotaReconciler implements Reconciler {

  /** Its only owner is called the same. */
  static final String NAME = "quotas";

  private final AccountLimits limits;
  private final List<AccountUse> uses;
  private final QuotaReadings readings;
  private final Duration readEvery;
  private final InstantSource clock;

  QuotaReconciler(
      AccountLimits limits,
      List<AccountUse> uses,
      QuotaReadings readings,
      Duration readEvery,
      InstantSource clock) {
    this.limits = limits;
    this.uses = uses;
    this.readings = readings;
    this.readEvery = readEvery;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Ids are listed before our own are looked up: what is made meanwhile is not taken for others'.
   */
  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Instant now = clock.instant();
    Map<Quota, Integer> allowed = limits.of(EnumSet.allOf(Quota.class));
    Map<Quota, Set<String>> listed = new EnumMap<>(Quota.class);
    uses.forEach(use -> listed.putAll(use.ids()));
    Set<String> own = readings.own();
    allowed.forEach(
        (quota, limit) -> {
          Set<String> others = new HashSet<>(listed.getOrDefault(quota, Set.of()));
          others.removeAll(own);
          readings.save(quota, new Standing(limit, others.size()), now);
        });
    return new Outcome.Settled(readEvery);
  }
}
