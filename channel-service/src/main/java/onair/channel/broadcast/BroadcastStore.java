package onair.channel.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import onair.channel.broadcast.PlannedBroadcast.Status;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Planned broadcasts in the database; every method belongs to the caller's transaction, in which
 * the channel is locked if anything is changed.
 */
final class BroadcastStore {

  private final JdbcClient jdbc;

  BroadcastStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(PlannedBroadcast broadcast) {
    bind(
            """
            insert into broadcast (id, organization_id, channel_id, playback_id, version, metadata,
                status, reason, start_at, stop_at, started_at, ended_at, created_at, updated_at)
            values (:id, :organization, :channel, :playback, :version, :metadata::jsonb, :status,
                :reason, :start, :stop, :started, :ended, :created, :updated)
            """,
            broadcast)
        .param("organization", broadcast.organizationId())
        .param("channel", broadcast.channelId())
        .param("playback", broadcast.playbackId())
        .param("metadata", MetadataColumn.write(broadcast.metadata()))
        .param("start", Times.utc(broadcast.startAt()))
        .param("stop", Times.utc(broadcast.stopAt()))
        .param("created", Times.utc(broadcast.createdAt()))
        .update();
  }

  void update(PlannedBroadcast broadcast) {
    bind(
            """
            update broadcast set version = :version, status = :status, reason = :reason,
                started_at = :started, ended_at = :ended, updated_at = :updated
            where id = :id
            """,
            broadcast)
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, PlannedBroadcast broadcast) {
    return jdbc.sql(sql)
        .param("id", broadcast.id())
        .param("version", broadcast.version())
        .param("status", broadcast.status().word())
        .param("reason", broadcast.reason())
        .param("started", Times.utc(broadcast.startedAt()))
        .param("ended", Times.utc(broadcast.endedAt()))
        .param("updated", Times.utc(broadcast.updatedAt()));
  }

  /** All of a channel. */
  void delete(String channelId) {
    jdbc.sql("delete from broadcast where channel_id = :channel")
        .param("channel", channelId)
        .update();
  }

  /** Whoever it belongs to. */
  Optional<PlannedBroadcast> find(String id) {
    return jdbc.sql("select * from broadcast where id = :id")
        .param("id", id)
        .query(BroadcastStore::read)
        .optional();
  }

  Optional<PlannedBroadcast> find(String organizationId, String channelId, String id) {
    return find(id)
        .filter(found -> found.organizationId().equals(organizationId))
        .filter(found -> found.channelId().equals(channelId));
  }

  /** Those of a channel that are to come or going on, the next first. */
  List<PlannedBroadcast> open(String channelId) {
    return jdbc.sql(
            """
            select * from broadcast
            where channel_id = :channel and status in ('scheduled', 'preparing', 'on_air')
            order by start_at, id
            """)
        .param("channel", channelId)
        .query(BroadcastStore::read)
        .list();
  }

  /** Newest first. */
  List<PlannedBroadcast> list(
      String organizationId, String channelId, BroadcastFilter filter, PageRequest page) {
    Status status = filter.status();
    return jdbc.sql(
            """
            select * from broadcast
            where organization_id = :organization and channel_id = :channel
              and (:status::text is null or status = :status)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("status", status == null ? null : status.word())
        .param("metadata", MetadataColumn.write(filter.metadata().wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(BroadcastStore::read)
        .list();
  }

  private static PlannedBroadcast read(ResultSet row, int number) throws SQLException {
    return new PlannedBroadcast(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("channel_id"),
        row.getString("playback_id"),
        row.getLong("version"),
        MetadataColumn.read(row),
        Status.of(row.getString("status")),
        row.getString("reason"),
        row.getTimestamp("start_at").toInstant(),
        Times.instant(row.getTimestamp("stop_at")),
        Times.instant(row.getTimestamp("started_at")),
        Times.instant(row.getTimestamp("ended_at")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
