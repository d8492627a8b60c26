package onair.account.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code rate_limit}: a token bucket per row. A lease is one statement, so any number of
 * gateways and account-services may take from one bucket at once and together get what is in it.
 */
final class Buckets {

  /**
   * Part of a bucket that may be handed out ahead of use. A gateway that asks no more keeps at most
   * this much from the others: two of them are right to one percent.
   */
  private static final double AHEAD = 1 / 200.0;

  /** As a bucket runs dry, less of what is left is handed out ahead of use. */
  private static final double OF_THE_REST = 1 / 20.0;

  private static final Duration SWEPT_EVERY = Duration.ofMinutes(1);
  private static final Duration FULL_AGAIN_AFTER = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final AtomicReference<Instant> swept = new AtomicReference<>(Instant.EPOCH);

  Buckets(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes permits out of a bucket: as many as requests wait for if there are, and a few ahead.
   *
   * @param waiting requests that wait for a permit now
   */
  Lease lease(String bucket, Rate rate, int waiting) {
    sweep();
    return take(bucket, rate, waiting)
        .or(
            () -> {
              make(bucket, rate);
              return take(bucket, rate, waiting);
            })
        .orElseThrow(() -> new IllegalStateException("The bucket went away while it was used"));
  }

  private Optional<Lease> take(String bucket, Rate rate, int waiting) {
    return jdbc.sql(
            """
            with filled as (
              select name, greatest(filled_at, :now) as at,
                     least(:quota, permits + greatest(extract(epoch from :now - filled_at), 0) * :rate) as level
              from rate_limit where name = :name for update
            ), granted as (
              select *, least(floor(level), greatest(:waiting, floor(least(:quota * :ahead, level * :rest)))) as permits
              from filled
            )
            update rate_limit set permits = granted.level - granted.permits, filled_at = granted.at
            from granted where rate_limit.name = granted.name
            returning granted.permits, rate_limit.permits
            """)
        .param("name", bucket)
        .param("now", Times.utc(clock.instant()))
        .param("quota", (double) rate.permits())
        .param("rate", rate.perSecond())
        .param("waiting", (double) waiting)
        .param("ahead", AHEAD)
        .param("rest", OF_THE_REST)
        .query((row, number) -> new Lease((int) row.getDouble(1), row.getDouble(2)))
        .optional();
  }

  private void make(String bucket, Rate rate) {
    jdbc.sql(
            "insert into rate_limit (name, permits, filled_at) values (:name, :permits, :now) on"
                + " conflict do nothing")
        .param("name", bucket)
        .param("permits", (double) rate.permits())
        .param("now", Times.utc(clock.instant()))
        .update();
  }

  /** A bucket nobody took from for so long is full, as one that is not there. */
  private void sweep() {
    Instant now = clock.instant();
    Instant last = Objects.requireNonNull(swept.get());
    if (last.plus(SWEPT_EVERY).isBefore(now) && swept.compareAndSet(last, now)) {
      jdbc.sql("delete from rate_limit where filled_at < :old")
          .param("old", Times.utc(now.minus(FULL_AGAIN_AFTER)))
          .update();
    }
  }
}
