package onair.ads.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What other services told, in the database; every method belongs to the caller's transaction, if
 * there is one.
 */
public final class ContentStore {

  private final JdbcClient jdbc;

  ContentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps it unless something as new is known, a removal included; says whether it was news. */
  boolean learn(Channel channel) {
    return playable(
                jdbc.sql(
                    """
                    insert into channel (id, organization_id, playback_id, version, origin_path,
                        hls, dash, ads_enabled, slate_asset_id, removed)
                    values (:id, :organization, :playback, :version, :path,
                        :hls, :dash, :ads, :slate, :removed)
                    on conflict (id) do update
                      set version = excluded.version, origin_path = excluded.origin_path,
                          hls = excluded.hls, dash = excluded.dash,
                          ads_enabled = excluded.ads_enabled,
                          slate_asset_id = excluded.slate_asset_id, removed = excluded.removed
                      where channel.version < excluded.version and not channel.removed
                    """),
                channel)
            .param("version", channel.version())
            .param("ads", channel.adsEnabled())
            .param("slate", channel.slateAssetId())
            .update()
        > 0;
  }

  /** Keeps it unless something as new is known, a removal included; says whether it was news. */
  boolean learn(Asset asset) {
    Film film = asset.film();
    return playable(
                jdbc.sql(
                    """
                    insert into asset (id, organization_id, playback_id, version, origin_path, hls,
                        dash, mp4_path, duration_millis, width, height, ready, removed)
                    values (:id, :organization, :playback, :version, :path, :hls,
                        :dash, :mp4, :duration, :width, :height, :ready, :removed)
                    on conflict (id) do update
                      set version = excluded.version, origin_path = excluded.origin_path,
                          hls = excluded.hls, dash = excluded.dash, mp4_path = excluded.mp4_path,
                          duration_millis = excluded.duration_millis, width = excluded.width,
                          height = excluded.height, ready = excluded.ready,
                          removed = excluded.removed
                      where asset.version < excluded.version and not asset.removed
                    """),
                asset)
            .param("version", asset.version())
            .param("mp4", film == null ? null : film.mp4Path())
            .param("duration", film == null ? null : film.duration().toMillis())
            .param("width", film == null ? null : film.width())
            .param("height", film == null ? null : film.height())
            .param("ready", asset.ready())
            .update()
        > 0;
  }

  private static StatementSpec playable(StatementSpec sql, Playable playable) {
    Packaged packaged = playable.packaged();
    return sql.param("id", playable.id())
        .param("organization", playable.organizationId())
        .param("playback", playable.playbackId())
        .param("path", packaged.originPath())
        .param("hls", packaged.hls())
        .param("dash", packaged.dash())
        .param("removed", playable.removed());
  }

  /** Keeps it unless something as new is known; says whether viewers find it elsewhere now. */
  boolean learnAddress(String id, String baseUrl, long version) {
    Optional<String> before = baseUrl();
    jdbc.sql(
            """
            insert into viewer_address (id, base_url, version) values (:id, :url, :version)
            on conflict (id) do update set base_url = excluded.base_url, version = excluded.version
              where viewer_address.version < excluded.version
            """)
        .param("id", id)
        .param("url", baseUrl)
        .param("version", version)
        .update();
    return !before.equals(baseUrl());
  }

  /** The address under which viewers reach the CDN, without a slash at the end. */
  public Optional<String> baseUrl() {
    return jdbc.sql("select base_url from viewer_address order by version desc, id limit 1")
        .query(String.class)
        .optional();
  }

  /** A channel, whoever it belongs to. */
  public Optional<Channel> channel(String playbackId) {
    return jdbc.sql("select * from channel where playback_id = :playback")
        .param("playback", playbackId)
        .query(ContentStore::channel)
        .optional();
  }

  /** An asset by the id it plays under, whoever it belongs to. */
  public Optional<Asset> assetPlaying(String playbackId) {
    return jdbc.sql("select * from asset where playback_id = :playback")
        .param("playback", playbackId)
        .query(ContentStore::asset)
        .optional();
  }

  /** An asset of that organization; anybody else's is empty, and so is what was removed. */
  public Optional<Asset> asset(String organizationId, String id) {
    return jdbc.sql(
            "select * from asset where id = :id and organization_id = :organization"
                + " and not removed")
        .param("id", id)
        .param("organization", organizationId)
        .query(ContentStore::asset)
        .optional();
  }

  /** The channel or asset that plays under that id, whoever it belongs to. */
  public Optional<Playable> playable(String playbackId) {
    Optional<Playable> channel = channel(playbackId).map(found -> found);
    return channel.isPresent() ? channel : assetPlaying(playbackId).map(found -> found);
  }

  private static Channel channel(ResultSet row, int number) throws SQLException {
    return new Channel(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("playback_id"),
        row.getLong("version"),
        packaged(row),
        row.getBoolean("ads_enabled"),
        row.getString("slate_asset_id"),
        row.getBoolean("removed"));
  }

  private static Asset asset(ResultSet row, int number) throws SQLException {
    return new Asset(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("playback_id"),
        row.getLong("version"),
        packaged(row),
        row.getBoolean("ready"),
        film(row),
        row.getBoolean("removed"));
  }

  private static Packaged packaged(ResultSet row) throws SQLException {
    return new Packaged(row.getString("origin_path"), row.getString("hls"), row.getString("dash"));
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
