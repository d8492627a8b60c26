package onair.channel.simulcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.channel.secret.StreamKey;
import onair.channel.secret.StreamKeys;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Simulcast targets in the database; every method belongs to the caller's transaction, if there is
 * one. Whoever writes has the channel locked.
 */
final class SimulcastTargetStore {

  private final JdbcClient jdbc;
  private final StreamKeys keys;

  SimulcastTargetStore(JdbcClient jdbc, StreamKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  void insert(SimulcastTarget target) {
    StreamKey key = target.streamKey();
    jdbc.sql(
            """
            insert into simulcast_target (id, organization_id, channel_id, version, name, metadata,
                url, stream_key, status, reason, deleted, created_at, updated_at)
            values (:id, :organization, :channel, :version, :name, :metadata::jsonb, :url, :key,
                :status, :reason, :deleted, :created, :updated)
            """)
        .param("id", target.id())
        .param("organization", target.organizationId())
        .param("channel", target.channelId())
        .param("version", target.version())
        .param("name", target.name())
        .param("metadata", MetadataColumn.write(target.metadata()))
        .param("url", target.url())
        .param("key", keys.seal(key, target.organizationId(), target.id()))
        .param("status", target.status().word())
        .param("reason", target.reason())
        .param("deleted", target.deleted())
        .param("created", target.createdAt().atOffset(ZoneOffset.UTC))
        .param("updated", target.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(SimulcastTarget target) {
    jdbc.sql(
            """
            update simulcast_target set version = :version, status = :status, reason = :reason,
                deleted = :deleted, updated_at = :updated
            where id = :id
            """)
        .param("id", target.id())
        .param("version", target.version())
        .param("status", target.status().word())
        .param("reason", target.reason())
        .param("deleted", target.deleted())
        .param("updated", target.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from simulcast_target where id = :id").param("id", id).update();
  }

  /** One of that channel of that organization; anybody else's is empty. */
  Optional<SimulcastTarget> find(String organizationId, String channelId, String id) {
    return jdbc.sql(
            """
            select * from simulcast_target
            where id = :id and channel_id = :channel and organization_id = :organization
            """)
        .param("id", id)
        .param("channel", channelId)
        .param("organization", organizationId)
        .query(this::target)
        .optional();
  }

  /** Every one of a channel, those that are to go as well; oldest first. */
  List<SimulcastTarget> of(String channelId) {
    return jdbc.sql("select * from simulcast_target where channel_id = :channel order by id")
        .param("channel", channelId)
        .query(this::target)
        .list();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<SimulcastTarget> list(String channelId, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from simulcast_target
            where channel_id = :channel and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc limit :limit
            """)
        .param("channel", channelId)
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(this::target)
        .list();
  }

  private SimulcastTarget target(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    String organization = row.getString("organization_id");
    return new SimulcastTarget(
        id,
        organization,
        row.getString("channel_id"),
        row.getLong("version"),
        row.getString("name"),
        MetadataColumn.read(row),
        row.getString("url"),
        keys.open(row.getBytes("stream_key"), organization, id),
        SimulcastTarget.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getBoolean("deleted"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
