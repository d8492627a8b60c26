package onair.vod.asset;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;

/** Assets in the database; every method belongs to the caller's transaction, if there is one. */
final class AssetStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  AssetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Asset asset) {
    bind(
            jdbc.sql(
                """
                insert into asset (id, organization_id, playback_id, version, name, metadata,
                    mp4_download, source, status, state, created_at, updated_at)
                values (:id, :organization, :playback, :version, :name, :metadata::jsonb,
                    :mp4, :source::jsonb, :status, :state::jsonb, :created, :updated)
                """),
            asset)
        .param("organization", asset.organizationId())
        .param("playback", asset.playbackId())
        .param("mp4", asset.mp4Download())
        .param("created", asset.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(Asset asset) {
    bind(
            jdbc.sql(
                """
                update asset set version = :version, name = :name, metadata = :metadata::jsonb,
                    source = :source::jsonb, status = :status, state = :state::jsonb,
                    updated_at = :updated
                where id = :id
                """),
            asset)
        .update();
  }

  private static StatementSpec bind(StatementSpec sql, Asset asset) {
    return sql.param("id", asset.id().value())
        .param("version", asset.version())
        .param("name", asset.name())
        .param("metadata", MetadataColumn.write(asset.metadata()))
        .param("source", JSON.writerFor(Source.class).writeValueAsString(asset.source()))
        .param("status", asset.status().word())
        .param("state", JSON.writeValueAsString(asset.state()))
        .param("updated", asset.updatedAt().atOffset(ZoneOffset.UTC));
  }

  /** The asset is gone for good. */
  void delete(AssetId id) {
    jdbc.sql("delete from asset where id = :id").param("id", id.value()).update();
  }

  /** An asset of that organization; anybody else's is empty. */
  Optional<Asset> find(String organizationId, AssetId id) {
    return jdbc.sql("select * from asset where id = :id and organization_id = :organization")
        .param("id", id.value())
        .param("organization", organizationId)
        .query(AssetStore::asset)
        .optional();
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Asset> lock(String organizationId, AssetId id) {
    return jdbc.sql(
            "select * from asset where id = :id and organization_id = :organization for update")
        .param("id", id.value())
        .param("organization", organizationId)
        .query(AssetStore::asset)
        .optional();
  }

  /** An asset, whoever it belongs to; for the reconciler. */
  Optional<Asset> find(AssetId id) {
    return jdbc.sql("select * from asset where id = :id")
        .param("id", id.value())
        .query(AssetStore::asset)
        .optional();
  }

  /** Like {@link #find(AssetId)}, and nobody else changes it until the transaction ends. */
  Optional<Asset> lock(AssetId id) {
    return jdbc.sql("select * from asset where id = :id for update")
        .param("id", id.value())
        .query(AssetStore::asset)
        .optional();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Asset> list(String organizationId, AssetFilter filter, PageRequest page) {
    AssetStatus status = filter.status();
    return jdbc.sql(
            """
            select * from asset
            where organization_id = :organization
              and (:status::text is null or status = :status)
              and (:name::text is null or name collate "pg_unicode_fast" ilike :name)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("status", status == null ? null : status.word())
        .param("name", filter.namePattern())
        .param("metadata", MetadataColumn.write(filter.metadata()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(AssetStore::asset)
        .list();
  }

  private static Asset asset(ResultSet row, int number) throws SQLException {
    return new Asset(
        new AssetId(row.getString("id")),
        row.getString("organization_id"),
        row.getString("playback_id"),
        row.getLong("version"),
        row.getString("name"),
        MetadataColumn.read(row),
        row.getBoolean("mp4_download"),
        JSON.readValue(row.getString("source"), Source.class),
        JSON.readValue(row.getString("state"), AssetState.class),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
