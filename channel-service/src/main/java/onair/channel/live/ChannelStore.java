package onair.channel.live;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import onair.channel.secret.StreamKeys;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Channels in the database; every method belongs to the caller's transaction, if there is one. */
final class ChannelStore {

  private final JdbcClient jdbc;
  private final ChannelRows rows;

  ChannelStore(JdbcClient jdbc, StreamKeys keys) {
    this.jdbc = jdbc;
    this.rows = new ChannelRows(keys);
  }

  /** Keeps a new channel. */
  void insert(Channel channel) {
    rows.bindNew(
            jdbc.sql(
                """
                insert into channel (id, organization_id, playback_id, version, name, metadata,
                    spec, stream_key, srt_port, desired, status, provisioning, health, status_reason, run,
                    holdings, encoder_id, operation_id, created_at, updated_at)
                values (:id, :organization, :playback, :version, :name, :metadata::jsonb,
                    :spec::jsonb, :key, :port, :desired, :status, :provisioning, :health, :reason,
                    :run::jsonb, :holdings::jsonb, :encoder, :operation, :created, :updated)
                """),
            channel)
        .update();
  }

  /** Keeps what a known channel is now. */
  void update(Channel channel) {
    rows.bind(
            jdbc.sql(
                """
                update channel set version = :version, name = :name, metadata = :metadata::jsonb,
                    spec = :spec::jsonb, desired = :desired, status = :status,
                    provisioning = :provisioning, health = :health, status_reason = :reason,
                    run = :run::jsonb, holdings = :holdings::jsonb, encoder_id = :encoder,
                    operation_id = :operation, updated_at = :updated
                where id = :id
                """),
            channel)
        .update();
  }

  /** Like {@link #update}, with another key. */
  void changeKey(Channel channel) {
    update(channel);
    jdbc.sql("update channel set stream_key = :key where id = :id")
        .param("id", channel.id().value())
        .param("key", rows.sealedKey(channel))
        .update();
  }

  /** The channel is gone for good. */
  void delete(ChannelId id) {
    jdbc.sql("delete from channel where id = :id").param("id", id.value()).update();
  }

  /** A channel of that organization; anybody else's is empty. */
  Optional<Channel> find(String organizationId, ChannelId id) {
    return jdbc.sql("select * from channel where id = :id and organization_id = :organization")
        .param("id", id.value())
        .param("organization", organizationId)
        .query(rows)
        .optional();
  }

  /** Those of that organization among them; anybody else's are left out. */
  List<Channel> find(String organizationId, Collection<String> ids) {
    return jdbc.sql(
            "select * from channel where organization_id = :organization and id = any(:ids)")
        .param("organization", organizationId)
        .param("ids", ids.toArray(String[]::new))
        .query(rows)
        .list();
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Channel> lock(String organizationId, ChannelId id) {
    return jdbc.sql(
            "select * from channel where id = :id and organization_id = :organization for update")
        .param("id", id.value())
        .param("organization", organizationId)
        .query(rows)
        .optional();
  }

  /** Like {@link #lock(String, ChannelId)}; not found is a fault of who asks. */
  Channel lockKnown(String organizationId, String id) {
    return ChannelId.parse(id)
        .flatMap(channelId -> lock(organizationId, channelId))
        .orElseThrow(() -> ChannelProblems.notFound(id));
  }

  /** A channel, whoever it belongs to; for the reconciler. */
  Optional<Channel> find(ChannelId id) {
    return jdbc.sql("select * from channel where id = :id")
        .param("id", id.value())
        .query(rows)
        .optional();
  }

  /** Like {@link #find(ChannelId)}, and nobody else changes it until the transaction ends. */
  Optional<Channel> lock(ChannelId id) {
    return jdbc.sql("select * from channel where id = :id for update")
        .param("id", id.value())
        .query(rows)
        .optional();
  }

  /** Like {@link #lock(ChannelId)}, by what AWS calls the channel's encoder. */
  Optional<Channel> lockByEncoder(String encoderId) {
    return jdbc.sql("select * from channel where encoder_id = :encoder for update")
        .param("encoder", encoderId)
        .query(rows)
        .optional();
  }

  /** Those of an organization that are wanted on air. */
  List<Channel> running(String organizationId) {
    return jdbc.sql(
            "select * from channel where organization_id = :organization and desired = 'running'")
        .param("organization", organizationId)
        .query(rows)
        .list();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Channel> list(String organizationId, ChannelFilter filter, PageRequest page) {
    return jdbc.sql(
            """
            select * from channel
            where organization_id = :organization
              and (:status::text is null or status = :status)
              and (:name::text is null or strpos(casefold(name collate "pg_unicode_fast"),
                  casefold(:name::text collate "pg_unicode_fast")) > 0)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("status", filter.status() == null ? null : filter.status().word())
        .param("name", filter.name())
        .param("metadata", MetadataColumn.write(filter.metadata()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(rows)
        .list();
  }
}
