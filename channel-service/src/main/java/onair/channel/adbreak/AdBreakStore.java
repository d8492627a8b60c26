package onair.channel.adbreak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ad breaks in the database; every method belongs to the caller's transaction, if there is one. */
final class AdBreakStore {

  private final JdbcClient jdbc;

  AdBreakStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A number that no other break of the installation carries. */
  long nextSpliceEvent() {
    return jdbc.sql("select nextval('splice_event')").query(Long.class).single();
  }

  void insert(AdBreak adBreak) {
    bind(
            """
            insert into ad_break (id, organization_id, channel_id, playback_id, version, metadata, status,
                reason, duration_seconds, start_at, splice_event_id, signalled_at, created_at,
                updated_at)
            values (:id, :organization, :channel, :playback, :version, :metadata::jsonb, :status, :reason,
                :duration, :start, :event, :signalled, :created, :updated)
            """,
            adBreak)
        .param("organization", adBreak.organizationId())
        .param("channel", adBreak.channelId())
        .param("playback", adBreak.playbackId())
        .param("metadata", MetadataColumn.write(adBreak.metadata()))
        .param("duration", adBreak.duration().toSeconds())
        .param("start", Times.utc(adBreak.startAt()))
        .param("event", adBreak.spliceEventId())
        .param("created", Times.utc(adBreak.createdAt()))
        .update();
  }

  void update(AdBreak adBreak) {
    bind(
            """
            update ad_break set version = :version, status = :status, reason = :reason,
                signalled_at = :signalled, updated_at = :updated
            where id = :id
            """,
            adBreak)
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, AdBreak adBreak) {
    return jdbc.sql(sql)
        .param("id", adBreak.id())
        .param("version", adBreak.version())
        .param("status", adBreak.status().word())
        .param("reason", adBreak.reason())
        .param("signalled", Times.utc(adBreak.signalledAt()))
        .param("updated", Times.utc(adBreak.updatedAt()));
  }

  /** Whoever it belongs to; until the transaction ends nobody else changes it. */
  Optional<AdBreak> lock(String id) {
    return jdbc.sql("select * from ad_break where id = :id for update")
        .param("id", id)
        .query(AdBreakStore::read)
        .optional();
  }

  /** Whoever it belongs to. */
  Optional<AdBreak> find(String id) {
    return jdbc.sql("select * from ad_break where id = :id")
        .param("id", id)
        .query(AdBreakStore::read)
        .optional();
  }

  Optional<AdBreak> find(String organizationId, String channelId, String id) {
    return find(id)
        .filter(found -> found.organizationId().equals(organizationId))
        .filter(found -> found.channelId().equals(channelId));
  }

  /** Those that are still to come or going on at that moment; nobody adds one meanwhile. */
  List<AdBreak> openAt(String channelId, Instant moment) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:channel, 0))")
        .param("channel", channelId)
        .query(rows -> {});
    return jdbc.sql(
            """
            select * from ad_break
            where channel_id = :channel and status not in ('failed', 'cancelled')
              and coalesce(signalled_at, start_at, created_at)
                  + make_interval(secs => duration_seconds) > :moment
            """)
        .param("channel", channelId)
        .param("moment", Times.utc(moment))
        .query(AdBreakStore::read)
        .list();
  }

  /** Newest first. */
  List<AdBreak> list(
      String organizationId, String channelId, AdBreakFilter filter, PageRequest page) {
    return jdbc.sql(
            """
            select * from ad_break
            where organization_id = :organization and channel_id = :channel
              and (:status::text is null or status = :status)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("status", filter.status() == null ? null : filter.status().word())
        .param("metadata", MetadataColumn.write(filter.metadata().wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(AdBreakStore::read)
        .list();
  }

  private static AdBreak read(ResultSet row, int number) throws SQLException {
    return new AdBreak(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("channel_id"),
        row.getString("playback_id"),
        row.getLong("version"),
        MetadataColumn.read(row),
        AdBreak.Status.of(row.getString("status")),
        row.getString("reason"),
        Duration.ofSeconds(row.getInt("duration_seconds")),
        Times.instant(row.getTimestamp("start_at")),
        row.getLong("splice_event_id"),
        Times.instant(row.getTimestamp("signalled_at")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
