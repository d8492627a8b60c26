package onair.channel.packaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import onair.common.event.Announcer;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps one shared origin there, from the start of the service on and until AWS answers, and tells
 * of it by {@code origin.ready}: when its address is news, and again after each start of the
 * service.
 */
final class OriginReconciler implements Reconciler {

  private static final Duration RECHECK = Duration.ofMinutes(10);

  private final SharedOrigin origin;
  private final Resources resources;
  private final OriginStore store;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  OriginReconciler(SharedOrigin origin, Tools tools) {
    this.origin = origin;
    this.resources = tools.resources();
    this.store = new OriginStore(tools.jdbc());
    this.outbox = tools.outbox();
    this.transactions = tools.transactions();
    this.clock = tools.clock();
  }

  /** What each of them needs. */
  record Tools(
      Resources resources,
      JdbcClient jdbc,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {}

  @Override
  public String name() {
    return origin.owner();
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    return switch (origin.ensure(lease, resources)) {
      case Ensured.NotYet<String>(Outcome outcome) -> outcome;
      case Ensured.Ready<String> ready -> {
        announce(lease, ready.found().observed());
        yield new Outcome.Settled(RECHECK);
      }
    };
  }

  private void announce(Lease lease, String domain) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          var known = store.lock(origin.id()).orElse(new OriginStore.Known(0, null, true));
          if (known.announce() || !domain.equals(known.domain())) {
            long version = known.version() + 1;
            store.announced(origin.id(), version, domain);
            outbox.publish(ready(domain, version));
          }
        });
  }

  private DomainEvent ready(String domain, long version) {
    return new DomainEvent(
        Ids.next("evt"),
        "origin.ready",
        "",
        new DomainEvent.Resource("origin", origin.id(), version),
        Map.of("kind", origin.kind(), "domain", domain, "paths", origin.paths()),
        clock.instant());
  }

  /** Has it made and told as soon as the service is up, and told to who begins to listen. */
  Announcer announcer(Wakes wakes) {
    return new Announcer(
        () -> {
          store.announceAgain(origin.id());
          wakes.wake(origin.owner(), origin.owner());
        },
        transactions);
  }
}
