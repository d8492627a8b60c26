package onair.channel.clip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.channel.session.PackagingUse;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clips in the database; every method belongs to the caller's transaction, if there is one. */
final class ClipStore implements PackagingUse {

  private final JdbcClient jdbc;

  ClipStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Clip clip) {
    bind(
            """
            insert into clip (id, organization_id, channel_id, session_id, version, name, metadata,
                status, reason, start_at, end_at, asset_id, created_at, updated_at)
            values (:id, :organization, :channel, :session, :version, :name, :metadata::jsonb,
                :status, :reason, :start, :end, :asset, :created, :updated)
            """,
            clip)
        .param("organization", clip.organizationId())
        .param("channel", clip.channelId())
        .param("session", clip.sessionId())
        .param("name", clip.name())
        .param("metadata", MetadataColumn.write(clip.metadata()))
        .param("start", Times.utc(clip.startAt()))
        .param("end", Times.utc(clip.endAt()))
        .param("created", Times.utc(clip.createdAt()))
        .update();
  }

  void update(Clip clip) {
    bind(
            """
            update clip set version = :version, status = :status, reason = :reason,
                asset_id = :asset, updated_at = :updated
            where id = :id
            """,
            clip)
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, Clip clip) {
    return jdbc.sql(sql)
        .param("id", clip.id())
        .param("version", clip.version())
        .param("status", clip.status().word())
        .param("reason", clip.reason())
        .param("asset", clip.assetId())
        .param("updated", Times.utc(clip.updatedAt()));
  }

  /** Whoever it belongs to, until the transaction ends nobody else changes it. */
  Optional<Clip> lock(String id) {
    return jdbc.sql("select * from clip where id = :id for update")
        .param("id", id)
        .query(ClipStore::read)
        .optional();
  }

  Optional<Clip> find(String organizationId, String channelId, String id) {
    return jdbc.sql(
            """
            select * from clip
            where id = :id and channel_id = :channel and organization_id = :organization
            """)
        .param("id", id)
        .param("channel", channelId)
        .param("organization", organizationId)
        .query(ClipStore::read)
        .optional();
  }

  @Override
  public boolean neededSince(String channelId, Instant moment) {
    return jdbc.sql(
            """
            select exists (
              select from clip
              where channel_id = :channel and status = 'pending' and created_at > :moment)
            """)
        .param("channel", channelId)
        .param("moment", Times.utc(moment))
        .query(Boolean.class)
        .single();
  }

  /** Newest first. */
  List<Clip> list(String organizationId, String channelId, ClipFilter filter, PageRequest page) {
    return jdbc.sql(
            """
            select * from clip
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
        .query(ClipStore::read)
        .list();
  }

  private static Clip read(ResultSet row, int number) throws SQLException {
    return new Clip(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("channel_id"),
        row.getString("session_id"),
        row.getLong("version"),
        row.getString("name"),
        MetadataColumn.read(row),
        Clip.Status.of(row.getString("status")),
        row.getString("reason"),
        row.getTimestamp("start_at").toInstant(),
        row.getTimestamp("end_at").toInstant(),
        row.getString("asset_id"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
