package onair.vod.storage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import onair.common.event.Announcer;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the bucket there with its settings, from the start of the service on and until AWS answers,
 * and tells of it as an origin: once it is as wanted, and again to whoever begins to listen.
 */
final class BucketReconciler implements Reconciler {

  /** Name and only owner of this reconciler. */
  static final String NAME = "vod-bucket";

  private static final Logger LOG = LoggerFactory.getLogger(BucketReconciler.class);
  private static final Duration RECHECK = Duration.ofMinutes(10);

  /** Nobody's organization pays for what all share. */
  private static final String SHARED = "shared";

  private final VodBucket bucket;
  private final Buckets buckets;
  private final Resources resources;
  private final BucketStore store;
  private final Outbox outbox;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  BucketReconciler(
      VodBucket bucket,
      Buckets buckets,
      Resources resources,
      JdbcClient jdbc,
      Outbox outbox,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.bucket = bucket;
    this.buckets = buckets;
    this.resources = resources;
    this.store = new BucketStore(jdbc);
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Ensured<ObservedBucket> ensured =
        resources.ensurePresent(
            lease, new ResourceKey(NAME, buckets.kind()), SHARED, buckets, bucket);
    return switch (ensured) {
      case Ensured.NotYet<ObservedBucket>(Outcome outcome) -> outcome;
      case Ensured.Ready<ObservedBucket>(Found<ObservedBucket> found) -> kept(lease, found);
    };
  }

  private Outcome kept(Lease lease, Found<ObservedBucket> found) {
    if (!found.observed().differences().isEmpty()) {
      LOG.info("Setting {} of bucket {}", found.observed().differences(), bucket.name());
      buckets.putRight(found.observed());
    }
    announce(lease);
    return new Outcome.Settled(RECHECK);
  }

  private void announce(Lease lease) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          var told = store.lock(bucket.name()).orElse(new BucketStore.Told(0, true));
          if (told.announce()) {
            store.announced(bucket.name(), told.version() + 1);
            outbox.publish(ready(told.version() + 1));
          }
        });
  }

  private DomainEvent ready(long version) {
    return new DomainEvent(
        Ids.next("evt"),
        "origin.ready",
        "",
        new DomainEvent.Resource("origin", bucket.name(), version),
        Map.of("kind", "s3", "domain", bucket.domain(), "paths", List.of("/vod/*")),
        clock.instant());
  }

  /** Has the bucket made as soon as the service is up, and told to whoever begins to listen. */
  Announcer announcer(Wakes wakes) {
    return new Announcer(
        () -> {
          store.announceAgain(bucket.name());
          wakes.wake(NAME, NAME);
        },
        transactions);
  }
}
