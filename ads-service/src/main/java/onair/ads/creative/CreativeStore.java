package onair.ads.creative;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.ads.content.Film;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Creatives in the database; every method belongs to the caller's transaction, if there is one. */
public final class CreativeStore {

  /** The film only while it can be shown. */
  private static final String SELECT =
      """
      select creative.*, asset.mp4_path, asset.duration_millis, asset.width, asset.height
      from creative
        left join asset on asset.id = creative.asset_id
          and asset.organization_id = creative.organization_id
          and asset.ready and not asset.removed
      where creative.organization_id = :organization
      """;

  private final JdbcClient jdbc;

  CreativeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Creative creative) {
    bind(
            jdbc.sql(
                """
                insert into creative (id, organization_id, version, name, asset_id,
                    click_through_url, metadata, created_at, updated_at)
                values (:id, :organization, :version, :name, :asset,
                    :click, :metadata::jsonb, :created, :updated)
                """),
            creative)
        .param("organization", creative.organizationId())
        .param("asset", creative.assetId())
        .param("created", creative.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(Creative creative) {
    bind(
            jdbc.sql(
                """
                update creative set version = :version, name = :name, click_through_url = :click,
                    metadata = :metadata::jsonb, updated_at = :updated
                where id = :id
                """),
            creative)
        .update();
  }

  private static StatementSpec bind(StatementSpec sql, Creative creative) {
    return sql.param("id", creative.id())
        .param("version", creative.version())
        .param("name", creative.name())
        .param("click", creative.clickThroughUrl())
        .param("metadata", MetadataColumn.write(creative.metadata()))
        .param("updated", creative.updatedAt().atOffset(ZoneOffset.UTC));
  }

  void delete(String id) {
    jdbc.sql("delete from creative where id = :id").param("id", id).update();
  }

  Optional<Creative> find(String organizationId, String id) {
    return one(SELECT + " and creative.id = :id", organizationId, id);
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Creative> lock(String organizationId, String id) {
    return one(SELECT + " and creative.id = :id for update of creative", organizationId, id);
  }

  private Optional<Creative> one(String sql, String organizationId, String id) {
    return jdbc.sql(sql)
        .param("organization", organizationId)
        .param("id", id)
        .query(CreativeStore::creative)
        .optional();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Creative> list(
      String organizationId, @Nullable String assetId, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            SELECT
                + """
                  and (:asset::text is null or creative.asset_id = :asset)
                  and creative.metadata @> :metadata::jsonb
                  and (:after::text is null or creative.id < :after)
                order by creative.id desc
                limit :limit
                """)
        .param("organization", organizationId)
        .param("asset", assetId)
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(CreativeStore::creative)
        .list();
  }

  /** Which of these are creatives of that organization; they stay until the transaction ends. */
  public Set<String> keep(String organizationId, Collection<String> ids) {
    return Set.copyOf(
        jdbc.sql(
                """
                select id from creative
                where organization_id = :organization and id = any(:ids)
                order by id for share
                """)
            .param("organization", organizationId)
            .param("ids", ids.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  /** Campaigns a creative is part of. */
  List<String> campaignsWith(String organizationId, String id) {
    return jdbc.sql(
            """
            select id from campaign
            where organization_id = :organization and creative_ids @> array[:id]::text[]
            order by id
            """)
        .param("organization", organizationId)
        .param("id", id)
        .query(String.class)
        .list();
  }

  private static Creative creative(ResultSet row, int number) throws SQLException {
    return new Creative(
        row.getString("id"),
        row.getString("organization_id"),
        row.getLong("version"),
        row.getString("name"),
        row.getString("asset_id"),
        row.getString("click_through_url"),
        MetadataColumn.read(row),
        film(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable Film film(ResultSet row) throws SQLException {
    String path = row.getString("mp4_path");
    return path == null
        ? null
        : new Film(
            path,
            Duration.ofMillis(row.getLong("duration_millis")),
            row.getInt("width"),
            row.getInt("height"));
  }
}
