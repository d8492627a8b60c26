package onair.vod.caption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.vod.asset.AssetId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Captions in the database; every method belongs to the caller's transaction, if there is one.
 * Their texts are read only where they are needed. With an asset its captions go, too.
 */
final class CaptionStore {

  private static final String SHOWN =
      "id, organization_id, asset_id, version, name, language, metadata, status, reason, created_at, updated_at";

  private final JdbcClient jdbc;

  CaptionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param webvtt see {@link WebVtt#kept}
   */
  void insert(Caption caption, String webvtt) {
    jdbc.sql(
            """
            insert into caption (id, organization_id, asset_id, version, name, language, metadata,
                webvtt, status, reason, created_at, updated_at)
            values (:id, :organization, :asset, :version, :name, :language, :metadata::jsonb,
                :webvtt, :status, :reason, :created, :updated)
            """)
        .param("id", caption.id())
        .param("organization", caption.organizationId())
        .param("asset", caption.assetId())
        .param("version", caption.version())
        .param("name", caption.name())
        .param("language", caption.language())
        .param("metadata", MetadataColumn.write(caption.metadata()))
        .param("webvtt", webvtt)
        .param("status", caption.status().word())
        .param("reason", caption.reason())
        .param("created", caption.createdAt().atOffset(ZoneOffset.UTC))
        .param("updated", caption.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(Caption caption) {
    jdbc.sql(
            """
            update caption set version = :version, status = :status, reason = :reason,
                updated_at = :updated
            where id = :id
            """)
        .param("id", caption.id())
        .param("version", caption.version())
        .param("status", caption.status().word())
        .param("reason", caption.reason())
        .param("updated", caption.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The caption is gone for good. */
  void delete(String id) {
    jdbc.sql("delete from caption where id = :id").param("id", id).update();
  }

  /** A caption of that asset of that organization; anybody else's is empty. */
  Optional<Caption> find(String organizationId, String assetId, String id) {
    return jdbc.sql(
            """
            select %s from caption
            where id = :id and asset_id = :asset and organization_id = :organization
            """
                .formatted(SHOWN))
        .param("id", id)
        .param("asset", assetId)
        .param("organization", organizationId)
        .query(CaptionStore::caption)
        .optional();
  }

  /** A caption that nobody else changes until the transaction ends; for the reconciler. */
  Optional<Caption> lock(String id) {
    return jdbc.sql("select %s from caption where id = :id for update".formatted(SHOWN))
        .param("id", id)
        .query(CaptionStore::caption)
        .optional();
  }

  /** Every caption of an asset, those that are to go as well; oldest first. */
  List<Caption> of(AssetId asset) {
    return jdbc.sql("select %s from caption where asset_id = :asset order by id".formatted(SHOWN))
        .param("asset", asset.value())
        .query(CaptionStore::caption)
        .list();
  }

  /** What is to be shown, as it was kept. */
  Optional<String> text(String id) {
    return jdbc.sql("select webvtt from caption where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Caption> list(AssetId asset, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select %s from caption
            where asset_id = :asset and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc limit :limit
            """
                .formatted(SHOWN))
        .param("asset", asset.value())
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(CaptionStore::caption)
        .list();
  }

  private static Caption caption(ResultSet row, int number) throws SQLException {
    return new Caption(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("asset_id"),
        row.getLong("version"),
        row.getString("name"),
        row.getString("language"),
        MetadataColumn.read(row),
        Caption.Status.of(row.getString("status")),
        row.getString("reason"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
