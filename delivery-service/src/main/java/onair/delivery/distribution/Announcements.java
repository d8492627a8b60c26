package onair.delivery.distribution;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.common.reconcile.Wakes;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells other services under which address the distribution serves viewers: when that is news, and
 * when it is asked for again. Every method belongs to the caller's transaction.
 */
final class Announcements {

  private static final String READY = "distribution.ready";

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Wakes wakes;
  private final DistributionProperties properties;
  private final InstantSource clock;

  Announcements(
      JdbcClient jdbc,
      Outbox outbox,
      Wakes wakes,
      DistributionProperties properties,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.wakes = wakes;
    this.properties = properties;
    this.clock = clock;
  }

  /** Has the distribution looked at and told again. */
  void tellAgain() {
    jdbc.sql(
            """
            insert into distribution_announcement (id, version, announce)
            values (:id, 0, true)
            on conflict (id) do update set announce = true
            """)
        .param("id", DistributionReconciler.OWNER)
        .update();
    wakes.wake(DistributionReconciler.NAME, DistributionReconciler.OWNER);
  }

  /** Tells of a distribution that viewers can use, unless all who listen know already. */
  void tell(Distribution distribution) {
    Optional<String> base = properties.base(distribution.domainName());
    if (distribution.status() != Distribution.Status.DEPLOYED || base.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into distribution_announcement (id, version, base_url, announce)
            values (:id, 1, :base, false)
            on conflict (id) do update
              set version = distribution_announcement.version + 1, base_url = excluded.base_url,
                  announce = false
              where distribution_announcement.announce
                or distribution_announcement.base_url is distinct from excluded.base_url
            returning version
            """)
        .param("id", distribution.id())
        .param("base", base.get())
        .query(Long.class)
        .optional()
        .ifPresent(version -> outbox.publish(ready(distribution, base.get(), version)));
  }

  private DomainEvent ready(Distribution distribution, String base, long version) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("base_url", base);
    data.put("domain_name", distribution.domainName());
    return new DomainEvent(
        Ids.next("evt"),
        READY,
        "",
        new DomainEvent.Resource("distribution", distribution.id(), version),
        data,
        clock.instant());
  }
}
