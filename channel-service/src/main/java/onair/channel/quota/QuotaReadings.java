package onair.channel.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What AWS told last of each quota, in the database. */
public final class QuotaReadings {

  /** What was read before that is no longer trusted. */
  private static final Duration TRUSTED = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public QuotaReadings(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By quota; one that was not read, or not lately, is left out. */
  public Map<Quota, Standing> all() {
    Map<Quota, Standing> standings = new EnumMap<>(Quota.class);
    jdbc.sql("select quota, allowed, others from quota_reading where read_at > :since")
        .param("since", clock.instant().minus(TRUSTED).atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                Map.entry(
                    row.getString("quota"),
                    new Standing(row.getInt("allowed"), row.getInt("others"))))
        .list()
        .forEach(
            read ->
                Quota.named(read.getKey())
                    .ifPresent(quota -> standings.put(quota, read.getValue())));
    return standings;
  }

  void save(Quota quota, Standing standing, Instant at) {
    jdbc.sql(
            """
            insert into quota_reading (quota, allowed, others, read_at)
            values (:quota, :allowed, :others, :at)
            on conflict (quota) do update
              set allowed = excluded.allowed, others = excluded.others, read_at = excluded.read_at
            """)
        .param("quota", quota.name())
        .param("allowed", standing.limit())
        .param("others", standing.others())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** AWS's ids of everything this installation has there. */
  Set<String> own() {
    return new HashSet<>(
        jdbc.sql("select physical_id from resource where physical_id is not null")
            .query(String.class)
            .list());
  }
}
