package onair.channel.share;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.channel.secret.StreamKeys;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Shares in the database; every method belongs to the caller's transaction, if there is one. */
final class ShareStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> CIDRS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final StreamKeys keys;

  ShareStore(JdbcClient jdbc, StreamKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  void insert(Share share) {
    jdbc.sql(
            """
            insert into share (id, organization_id, channel_id, version, name, metadata, entitlement,
                allowed_cidrs, passphrase, port, address, status, reason, deleted, created_at, updated_at)
            values (:id, :organization, :channel, :version, :name, :metadata::jsonb, :entitlement::jsonb,
                :cidrs::jsonb, :passphrase,
                :port, :address, :status, :reason, :deleted, :created, :updated)
            """)
        .param("id", share.id())
        .param("organization", share.organizationId())
        .param("channel", share.channelId())
        .param("version", share.version())
        .param("name", share.name())
        .param("metadata", MetadataColumn.write(share.metadata()))
        .param(
            "entitlement",
            share.grant() == null ? null : JSON.writeValueAsString(share.grant()),
            Types.VARCHAR)
        .param("cidrs", JSON.writeValueAsString(share.allowedCidrs()))
        .param("passphrase", keys.seal(share.passphrase(), share.organizationId(), share.id()))
        .param("port", share.port(), Types.INTEGER)
        .param("address", share.address())
        .param("status", share.status().word())
        .param("reason", share.reason())
        .param("deleted", share.deleted())
        .param("created", share.createdAt().atOffset(ZoneOffset.UTC))
        .param("updated", share.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(Share share) {
    jdbc.sql(
            """
            update share set version = :version, address = :address, status = :status,
                reason = :reason, deleted = :deleted, updated_at = :updated
            where id = :id
            """)
        .param("id", share.id())
        .param("version", share.version())
        .param("address", share.address())
        .param("status", share.status().word())
        .param("reason", share.reason())
        .param("deleted", share.deleted())
        .param("updated", share.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from share where id = :id").param("id", id).update();
  }

  /** A share, whoever it belongs to; for the reconciler. */
  Optional<Share> find(String id) {
    return jdbc.sql("select * from share where id = :id")
        .param("id", id)
        .query(this::share)
        .optional();
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Share> lock(String id) {
    return jdbc.sql("select * from share where id = :id for update")
        .param("id", id)
        .query(this::share)
        .optional();
  }

  /** Every share of a channel, those that are to go as well. */
  List<Share> of(String channelId) {
    return jdbc.sql("select * from share where channel_id = :channel order by id")
        .param("channel", channelId)
        .query(this::share)
        .list();
  }

  /**
   * How many a channel has that are to stay.
   *
   * @param granted of those that are granted within AWS, else of those that are received by SRT
   */
  int count(String channelId, boolean granted) {
    return jdbc.sql(
            """
            select count(*) from share
            where channel_id = :channel and not deleted and (entitlement is not null) = :granted
            """)
        .param("channel", channelId)
        .param("granted", granted)
        .query(Integer.class)
        .single();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Share> list(String channelId, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from share
            where channel_id = :channel and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc limit :limit
            """)
        .param("channel", channelId)
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(this::share)
        .list();
  }

  private Share share(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    String organization = row.getString("organization_id");
    return new Share(
        id,
        organization,
        row.getString("channel_id"),
        row.getLong("version"),
        row.getString("name"),
        MetadataColumn.read(row),
        grant(row.getString("entitlement")),
        JSON.readValue(row.getString("allowed_cidrs"), CIDRS),
        keys.open(row.getBytes("passphrase"), organization, id),
        row.getObject("port", Integer.class),
        row.getString("address"),
        Share.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        row.getBoolean("deleted"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable Grant grant(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, Grant.class);
  }
}
