package onair.common.sweep;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Removed;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import onair.common.sweep.Orphan.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes one orphan, by the protocol by which every unwanted resource is removed. */
final class OrphanRemoval implements Reconciler {

  static final String NAME = "orphan";

  /** The id is never used again. */
  private static final Outcome NEVER_AGAIN = new Outcome.Settled(Duration.ofDays(3650));

  private final Map<String, ExternalResource<?, ?>> edges;
  private final Orphans orphans;
  private final OrphanNews news;
  private final Resources resources;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  OrphanRemoval(
      List<ExternalResource<?, ?>> edges,
      Orphans orphans,
      OrphanNews news,
      Resources resources,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.edges =
        edges.stream().collect(Collectors.toMap(ExternalResource::kind, Function.identity()));
    this.orphans = orphans;
    this.news = news;
    this.resources = resources;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Orphan orphan = orphans.find(owner).orElse(null);
    if (orphan == null || orphan.status() != Status.REMOVING) {
      // Cut off between writing that it is gone and forgetting how it went.
      resources.forget(lease);
      return NEVER_AGAIN;
    }
    ExternalResource<?, ?> edge = edges.get(orphan.kind());
    return edge == null
        ? new Outcome.Blocked("nobody knows how to remove a " + orphan.kind())
        : remove(orphan, edge, lease);
  }

  private Outcome remove(Orphan orphan, ExternalResource<?, ?> edge, Lease lease) {
    var key = new ResourceKey(orphan.id(), orphan.kind());
    var removed =
        resources.removeStray(lease, key, orphan.organizationId(), edge, orphan.physicalId());
    return switch (removed) {
      case Removed.Final() -> {
        write(lease, orphan.ended(Status.REMOVED, clock.instant()), true);
        resources.forget(lease);
        yield NEVER_AGAIN;
      }
      case Removed.NotYet(Outcome outcome) -> {
        String reason = reason(outcome);
        if (!Objects.equals(reason, orphan.reason())) {
          write(lease, orphan.hindered(reason), false);
        }
        yield outcome;
      }
    };
  }

  private void write(Lease lease, Orphan orphan, boolean tell) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          orphans.save(orphan);
          if (tell) {
            news.told(orphan);
          }
        });
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled settled -> null;
      case Outcome.Waiting(String reason, Duration after) -> reason;
      case Outcome.Failed(String reason, Duration after) -> reason;
      case Outcome.Blocked(String reason) -> reason;
    };
  }
}
