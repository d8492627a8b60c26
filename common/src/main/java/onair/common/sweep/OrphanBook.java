package onair.common.sweep;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import onair.common.id.Ids;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Leases;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import onair.common.sweep.Orphan.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what a sweep saw, kind by kind, and has orphans removed whose grace is over. */
final class OrphanBook {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanBook.class);
  private static final String NOBODY = "unknown";
  private static final String TOO_MANY =
      "More orphans at once than onair.sweep.most look like a lost database; none is removed.";

  private final Orphans orphans;
  private final OrphanNews news;
  private final Resources resources;
  private final Leases leases;
  private final Wakes wakes;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SweepProperties properties;

  OrphanBook(
      Orphans orphans,
      OrphanNews news,
      Resources resources,
      Leases leases,
      Wakes wakes,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SweepProperties properties) {
    this.orphans = orphans;
    this.news = news;
    this.resources = resources;
    this.leases = leases;
    this.wakes = wakes;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.properties = properties;
  }

  /** Physical ids of that kind which have a row now. */
  Set<String> knownIds(String kind) {
    return new HashSet<>(
        jdbc.sql(
                """
                select physical_id from resource
                where (kind = :kind or starts_with(kind, :kind || '/')) and physical_id is not null
                """)
            .param("kind", kind)
            .query(String.class)
            .list());
  }

  /**
   * Takes in one kind's listing.
   *
   * @param sightings everything of it that had no row before it was listed
   */
  void write(Lease lease, String kind, List<Sighting> sightings, Instant now) {
    Map<String, Orphan> before =
        orphans.present(kind).stream()
            .collect(Collectors.toMap(Orphan::physicalId, Function.identity()));
    Map<String, Sighting> nobodys =
        sightings.stream()
            .filter(sighting -> verdict(sighting) == Verdict.ORPHAN)
            .collect(Collectors.toMap(Sighting::physicalId, Function.identity(), (a, b) -> a));
    boolean removes = properties.remove() && nobodys.size() <= properties.most();
    nobodys.values().forEach(one -> see(lease, one, before.get(one.physicalId()), removes, now));
    before.values().stream()
        .filter(orphan -> orphan.status() == Status.FOUND)
        .filter(orphan -> !nobodys.containsKey(orphan.physicalId()))
        .forEach(orphan -> keep(lease, orphan.ended(Status.CLEARED, now), true));
  }

  private void see(
      Lease lease, Sighting sighting, @Nullable Orphan known, boolean removes, Instant now) {
    if (known == null) {
      find(lease, sighting, now);
      return;
    }
    if (known.status() != Status.FOUND) {
      return;
    }
    Orphan seen =
        known
            .seen(sighting.state(), sighting.billed())
            .hindered(removes || !properties.remove() ? null : TOO_MANY);
    if (!seen.equals(known)) {
      keep(lease, seen, false);
    }
    if (removes && !now.isBefore(known.removeAfter())) {
      condemn(lease, sighting, seen);
    }
  }

  private void find(Lease lease, Sighting sighting, Instant now) {
    var orphan =
        new Orphan(
            Ids.next("orp"),
            sighting.organizationId().isBlank() ? NOBODY : sighting.organizationId(),
            sighting.kind(),
            sighting.physicalId(),
            sighting.key().toString(),
            sighting.state(),
            sighting.billed(),
            Status.FOUND,
            null,
            now,
            now.plus(properties.grace()),
            null);
    LOG.warn(
        "{} {} says it is {}, and nobody knows it",
        orphan.kind(),
        orphan.physicalId(),
        orphan.resource());
    keep(lease, orphan, true);
  }

  /**
   * Ends whatever run of its owner is going on, so that none that has seen it before can take it in
   * after this, and has it removed if it is still nobody's.
   */
  private void condemn(Lease lease, Sighting sighting, Orphan orphan) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          leases.take(sighting.key().owner());
          if (verdict(sighting) == Verdict.ORPHAN) {
            Orphan condemned = orphan.removing();
            orphans.save(condemned);
            wakes.wake(OrphanRemoval.NAME, condemned.id());
          }
        });
  }

  private void keep(Lease lease, Orphan orphan, boolean tell) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          orphans.save(orphan);
          if (tell) {
            news.told(orphan);
          }
        });
  }

  /** What is long gone is not shown any more. */
  void tidy(Lease lease, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          orphans.forgetGoneBefore(now.minus(properties.keep()));
        });
  }

  private Verdict verdict(Sighting sighting) {
    return Verdict.of(sighting.physicalId(), row(sighting.key()), sighting.idempotency());
  }

  private @Nullable ResourceRow row(ResourceKey key) {
    return resources.of(key.owner()).stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .orElse(null);
  }
}
