package onair.ads.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.ads.placement.Placement.Kind;
import onair.ads.placement.Placement.Paths;
import onair.ads.placement.Placement.Status;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Placements in the database; every method belongs to the caller's transaction, if there is one.
 */
final class PlacementStore {

  private final JdbcClient jdbc;

  PlacementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a new one; says whether there was none of that playback id. */
  boolean insert(Placement placement) {
    return bind(
                jdbc.sql(
                    """
                    insert into placement (playback_id, id, organization_id, kind, version, wanted,
                        status, reason, pre_roll_seconds, slate_asset_id, metadata, hls_path,
                        dash_path, created_at, updated_at)
                    values (:playback, :id, :organization, :kind, :version, :wanted,
                        :status, :reason, :preroll, :slate, :metadata::jsonb, :hls,
                        :dash, :created, :updated)
                    on conflict (playback_id) do nothing
                    """),
                placement)
            .param("id", placement.id())
            .param("organization", placement.organizationId())
            .param("kind", placement.kind().word())
            .param("created", placement.createdAt().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  void update(Placement placement) {
    bind(
            jdbc.sql(
                """
                update placement set version = :version, wanted = :wanted, status = :status,
                    reason = :reason, pre_roll_seconds = :preroll, slate_asset_id = :slate,
                    metadata = :metadata::jsonb, hls_path = :hls, dash_path = :dash,
                    updated_at = :updated
                where playback_id = :playback
                """),
            placement)
        .update();
  }

  private static StatementSpec bind(StatementSpec sql, Placement placement) {
    Paths paths = placement.paths();
    Placement.Terms terms = placement.terms();
    return sql.param("playback", placement.playbackId())
        .param("version", placement.version())
        .param("wanted", placement.wanted())
        .param("status", placement.status().word())
        .param("reason", placement.reason())
        .param("preroll", terms.preRollSeconds())
        .param("slate", terms.slateAssetId())
        .param("metadata", MetadataColumn.write(terms.metadata()))
        .param("hls", paths == null ? null : paths.hls())
        .param("dash", paths == null ? null : paths.dash())
        .param("updated", placement.updatedAt().atOffset(ZoneOffset.UTC));
  }

  /** The placement of a playback id, whoever it belongs to, also a deleted one. */
  Optional<Placement> playing(String playbackId) {
    return jdbc.sql("select * from placement where playback_id = :playback")
        .param("playback", playbackId)
        .query(PlacementStore::placement)
        .optional();
  }

  /** Like {@link #playing}, and nobody else changes it until the transaction ends. */
  Optional<Placement> lockPlaying(String playbackId) {
    return jdbc.sql("select * from placement where playback_id = :playback for update")
        .param("playback", playbackId)
        .query(PlacementStore::placement)
        .optional();
  }

  /** A placement of that organization; anybody else's is empty, and so is a deleted one. */
  Optional<Placement> find(String organizationId, String id) {
    return one(organizationId, id, "");
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Placement> lock(String organizationId, String id) {
    return one(organizationId, id, " for update");
  }

  private Optional<Placement> one(String organizationId, String id, String lock) {
    return jdbc.sql(
            """
            select * from placement
            where id = :id and organization_id = :organization and status <> 'deleted'\
            """
                + lock)
        .param("id", id)
        .param("organization", organizationId)
        .query(PlacementStore::placement)
        .optional();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Placement> list(
      String organizationId,
      @Nullable String playbackId,
      MetadataFilter metadata,
      PageRequest page) {
    return jdbc.sql(
            """
            select * from placement
            where organization_id = :organization and status <> 'deleted'
              and (:playback::text is null or playback_id = :playback)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("playback", playbackId)
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(PlacementStore::placement)
        .list();
  }

  /** Those in use, of all organizations. */
  List<Placement> ready() {
    return jdbc.sql("select * from placement where status = 'ready' order by id")
        .query(PlacementStore::placement)
        .list();
  }

  /** Playback ids of all that are wanted. */
  List<String> wanted() {
    return jdbc.sql("select playback_id from placement where wanted order by playback_id")
        .query(String.class)
        .list();
  }

  /** Playback ids of those that show this asset where no ad fits. */
  List<String> withSlate(String assetId) {
    return jdbc.sql(
            "select playback_id from placement where slate_asset_id = :asset and wanted"
                + " order by playback_id")
        .param("asset", assetId)
        .query(String.class)
        .list();
  }

  private static Placement placement(ResultSet row, int number) throws SQLException {
    String hls = row.getString("hls_path");
    String dash = row.getString("dash_path");
    return new Placement(
        row.getString("id"),
        row.getString("playback_id"),
        row.getString("organization_id"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getLong("version"),
        row.getBoolean("wanted"),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("reason"),
        new Placement.Terms(
            row.getObject("pre_roll_seconds", Integer.class),
            row.getString("slate_asset_id"),
            MetadataColumn.read(row)),
        hls == null && dash == null ? null : new Paths(hls, dash),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
