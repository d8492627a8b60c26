package onair.channel.cost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onair.common.plan.Plan.Billed;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code usage_interval}; kept when the channel is gone. */
final class UsageStore {

  private final JdbcClient jdbc;

  UsageStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is billed now. */
  List<Interval> open(String channelId) {
    return jdbc.sql("select * from usage_interval where channel_id = :channel and ended_at is null")
        .param("channel", channelId)
        .query(UsageStore::interval)
        .list();
  }

  /** Everything that was ever billed for a channel of that organization, as it began. */
  List<Interval> all(String organizationId, String channelId) {
    return jdbc.sql(
            """
            select * from usage_interval
            where channel_id = :channel and organization_id = :organization
            order by started_at, item
            """)
        .param("channel", channelId)
        .param("organization", organizationId)
        .query(UsageStore::interval)
        .list();
  }

  /** Everything of an organization that was paid for in that time, by channel. */
  Map<String, List<Interval>> between(String organizationId, String currency, Stretch stretch) {
    return jdbc
        .sql(
            """
            select * from usage_interval
            where organization_id = :organization and currency = :currency and started_at < :to
              and (ended_at is null
                or greatest(ended_at, started_at + minimum_seconds * interval '1 second') > :from)
            """)
        .param("organization", organizationId)
        .param("currency", currency)
        .param("from", Times.utc(stretch.from()))
        .param("to", Times.utc(stretch.to()))
        .query((row, number) -> Map.entry(row.getString("channel_id"), interval(row, number)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  void end(String channelId, List<String> items, Instant now) {
    for (String item : items) {
      jdbc.sql(
              """
              update usage_interval set ended_at = greatest(started_at, :now)
              where channel_id = :channel and item = :item and ended_at is null
              """)
          .param("channel", channelId)
          .param("item", item)
          .param("now", Times.utc(now))
          .update();
    }
  }

  /** What ended in the same instant goes on. */
  void begin(String organizationId, String channelId, Interval interval) {
    jdbc.sql(
            """
            insert into usage_interval (organization_id, channel_id, item, billed, count, price,
                currency, verified, price_as_of, source, minimum_seconds, started_at)
            values (:organization, :channel, :item, :billed, :count, :price,
                :currency, :verified, :asOf, :source, :minimum, :now)
            on conflict (channel_id, item, started_at) do update
              set ended_at = null, count = excluded.count
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("item", interval.item())
        .param("billed", interval.billed().name())
        .param("count", interval.count())
        .param("price", interval.each())
        .param("currency", interval.currency())
        .param("verified", interval.verified())
        .param("asOf", interval.asOf())
        .param("source", interval.source())
        .param("minimum", interval.minimum().toSeconds())
        .param("now", Times.utc(interval.startedAt()))
        .update();
  }

  private static Interval interval(ResultSet row, int number) throws SQLException {
    return new Interval(
        row.getString("item"),
        Billed.valueOf(row.getString("billed")),
        row.getInt("count"),
        row.getBigDecimal("price"),
        row.getString("currency"),
        row.getBoolean("verified"),
        row.getObject("price_as_of", LocalDate.class),
        row.getString("source"),
        Duration.ofSeconds(row.getLong("minimum_seconds")),
        row.getTimestamp("started_at").toInstant(),
        Times.instant(row.getTimestamp("ended_at")));
  }
}
