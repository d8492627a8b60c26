package onair.channel.packaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.event.Outbox;
import onair.common.event.ServiceListening;
import onair.common.id.Ids;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the packaging group there, from the start of the service on and until AWS answers, and
 * tells of it: when its address is news, and again after each start of the service.
 */
public final class PackagingReconciler implements Reconciler {

  private static final Duration RECHECK = Duration.ofMinutes(10);

  /** Nobody's organization pays for what all share. */
  private static final String SHARED = "shared";

  private final PackagingGroup group;
  private final ExternalResource<PackagingGroup, ObservedGroup> groups;
  private final Resources resources;
  private final PackagingGroupStore store;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  public PackagingReconciler(
      PackagingGroup group,
      ExternalResource<PackagingGroup, ObservedGroup> groups,
      Resources resources,
      JdbcClient jdbc,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.group = group;
    this.groups = groups;
    this.resources = resources;
    this.store = new PackagingGroupStore(jdbc);
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return PackagingGroup.OWNER;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Ensured<ObservedGroup> ensured =
        resources.ensurePresent(lease, PackagingGroup.key(), SHARED, groups, group);
    return switch (ensured) {
      case Ensured.NotYet<ObservedGroup>(Outcome outcome) -> outcome;
      case Ensured.Ready<ObservedGroup> ready -> {
        announce(lease, ready.found().observed());
        yield new Outcome.Settled(RECHECK);
      }
    };
  }

  private void announce(Lease lease, ObservedGroup observed) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          var known = store.lock(group.name()).orElse(new PackagingGroupStore.Known(0, null, true));
          if (known.announce() || !observed.egressDomain().equals(known.egressDomain())) {
            long version = known.version() + 1;
            store.announced(group.name(), version, observed.egressDomain());
            outbox.publish(ready(observed, version));
          }
        });
  }

  private DomainEvent ready(ObservedGroup observed, long version) {
    return new DomainEvent(
        Ids.next("evt"),
        "origin.ready",
        "",
        new DomainEvent.Resource("origin", group.name(), version),
        Map.of(
            "kind",
            "mediapackagev2",
            "domain",
            observed.egressDomain(),
            "paths",
            List.of("/out/v1/" + group.name() + "/*")),
        clock.instant());
  }

  /** Has the group made and told as soon as the service is up. */
  public SmartLifecycle atStart(Wakes wakes) {
    return new AtStart(() -> transactions.executeWithoutResult(status -> tellAgain(wakes)));
  }

  /** Has the group told again to a service that has only now begun to listen. */
  public EventListener whenListened(Wakes wakes) {
    return new EventListener() {
      @Override
      public boolean accepts(String source, String detailType) {
        return ServiceListening.TYPE.equals(detailType);
      }

      @Override
      public void on(IncomingEvent event) {
        tellAgain(wakes);
      }
    };
  }

  private void tellAgain(Wakes wakes) {
    store.announceAgain(group.name());
    wakes.wake(PackagingGroup.OWNER, PackagingGroup.OWNER);
  }
}
