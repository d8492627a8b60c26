package onair.channel.rate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code call_rate}: a token bucket per row. To take is one statement in a transaction of
 * its own, so any number of nodes take from one bucket at once, and nobody who waits for AWS holds
 * it.
 */
final class Buckets {

  private final JdbcClient jdbc;
  private final TransactionTemplate alone;
  private final InstantSource clock;

  /**
   * @param clock the system's: AWS counts by it, whatever time it is for us
   */
  Buckets(JdbcClient jdbc, PlatformTransactionManager transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Takes one call out of the bucket, if there is one for such a call.
   *
   * @return nothing when it was taken; else how long to wait before it is worth asking again
   */
  Optional<Duration> take(String bucket, Rate rate, Urgency urgency) {
    double needed = rate.needed(urgency);
    double level =
        alone.<Double>execute(
            status ->
                level(bucket, rate, needed)
                    .or(
                        () -> {
                          make(bucket, rate);
                          return level(bucket, rate, needed);
                        })
                    .orElseThrow());
    return level >= needed ? Optional.empty() : Optional.of(rate.until(needed, level));
  }

  /** AWS says that there were too many already: whatever we counted, the bucket is empty. */
  void empty(String bucket) {
    alone.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    update call_rate set permits = 0, filled_at = greatest(filled_at, :now)
                    where name = :name
                    """)
                .param("name", bucket)
                .param("now", Times.utc(clock.instant()))
                .update());
  }

  private Optional<Double> level(String bucket, Rate rate, double needed) {
    return jdbc.sql(
            """
            with filled as (
              select name, greatest(filled_at, :now) as at,
                     least(:burst, permits + greatest(extract(epoch from :now - filled_at), 0) * :rate) as level
              from call_rate where name = :name for update
            )
            update call_rate set permits = case when level >= :needed then level - 1 else level end, filled_at = at
            from filled where call_rate.name = filled.name
            returning level
            """)
        .param("name", bucket)
        .param("now", Times.utc(clock.instant()))
        .param("burst", (double) rate.burst())
        .param("rate", rate.perSecond())
        .param("needed", needed)
        .query(Double.class)
        .optional();
  }

  private void make(String bucket, Rate rate) {
    jdbc.sql(
            """
            insert into call_rate (name, permits, filled_at) values (:name, :permits, :now)
            on conflict do nothing
            """)
        .param("name", bucket)
        .param("permits", (double) rate.burst())
        .param("now", Times.utc(clock.instant()))
        .update();
  }
}
