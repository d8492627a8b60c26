package onair.delivery.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What can be played, in the database; every method belongs to the caller's transaction, if there
 * is one.
 */
final class PlaybackStore {

  private final JdbcClient jdbc;

  PlaybackStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps it unless something as new is known, a removal included. */
  void learn(Playback playback) {
    jdbc.sql(
            """
            insert into playback (resource_id, organization_id, playback_id, version, status,
                origin_path, hls, dash, start_over_since, start_over_seconds, removed, updated_at)
            values (:resource, :organization, :playback, :version, :status,
                :path, :hls, :dash, :since, :seconds, :removed, :updated)
            on conflict (resource_id) do update
              set version = excluded.version, status = excluded.status,
                  origin_path = excluded.origin_path, hls = excluded.hls, dash = excluded.dash,
                  start_over_since = excluded.start_over_since,
                  start_over_seconds = excluded.start_over_seconds,
                  removed = excluded.removed, updated_at = excluded.updated_at
              where playback.version < excluded.version and not playback.removed
            """)
        .param("resource", playback.resourceId())
        .param("organization", playback.organizationId())
        .param("playback", playback.playbackId())
        .param("version", playback.version())
        .param("status", playback.status())
        .param("path", playback.originPath())
        .param("hls", playback.hls())
        .param("dash", playback.dash())
        .param("since", since(playback.startOver()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("seconds", seconds(playback.startOver()), Types.BIGINT)
        .param("removed", playback.removed())
        .param("updated", playback.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static @Nullable OffsetDateTime since(@Nullable StartOver startOver) {
    return startOver == null ? null : startOver.since().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Long seconds(@Nullable StartOver startOver) {
    return startOver == null ? null : startOver.window().toSeconds();
  }

  /**
   * What of that organization plays under that id; anybody else's is empty, and so is what was
   * removed.
   */
  Optional<Playback> find(String organizationId, String playbackId) {
    return jdbc.sql(
            """
            select * from playback
            where playback_id = :playback and organization_id = :organization and not removed
            """)
        .param("playback", playbackId)
        .param("organization", organizationId)
        .query(PlaybackStore::playback)
        .optional();
  }

  /** Which organization has it; empty for what nobody has or was removed. */
  Optional<String> ownerOf(String playbackId) {
    return jdbc.sql(
            "select organization_id from playback where playback_id = :playback and not removed")
        .param("playback", playbackId)
        .query(String.class)
        .optional();
  }

  /** Keeps it unless something as new is known, a removal included. */
  void learn(AdRoute route) {
    jdbc.sql(
            """
            insert into ad_route
              (resource_id, organization_id, playback_id, version, hls_path, dash_path, removed)
            values (:resource, :organization, :playback, :version, :hls, :dash, :removed)
            on conflict (resource_id) do update
              set version = excluded.version, hls_path = excluded.hls_path,
                  dash_path = excluded.dash_path, removed = excluded.removed
              where ad_route.version < excluded.version and not ad_route.removed
            """)
        .param("resource", route.resourceId())
        .param("organization", route.organizationId())
        .param("playback", route.playbackId())
        .param("version", route.version())
        .param("hls", route.hls())
        .param("dash", route.dash())
        .param("removed", route.removed())
        .update();
  }

  /** How something of that organization plays with ads; the newest configuration decides. */
  Optional<AdRoute> adRoute(String organizationId, String playbackId) {
    return jdbc.sql(
            """
            select * from ad_route
            where playback_id = :playback and organization_id = :organization and not removed
            order by resource_id desc limit 1
            """)
        .param("playback", playbackId)
        .param("organization", organizationId)
        .query(
            (row, number) ->
                new AdRoute(
                    row.getString("resource_id"),
                    row.getString("organization_id"),
                    row.getString("playback_id"),
                    row.getLong("version"),
                    row.getString("hls_path"),
                    row.getString("dash_path"),
                    row.getBoolean("removed")))
        .optional();
  }

  private static Playback playback(ResultSet row, int number) throws SQLException {
    return new Playback(
        row.getString("resource_id"),
        row.getString("organization_id"),
        row.getString("playback_id"),
        row.getLong("version"),
        row.getString("status"),
        row.getString("origin_path"),
        row.getString("hls"),
        row.getString("dash"),
        startOver(row),
        row.getBoolean("removed"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable StartOver startOver(ResultSet row) throws SQLException {
    OffsetDateTime since = row.getObject("start_over_since", OffsetDateTime.class);
    return since == null
        ? null
        : new StartOver(since.toInstant(), Duration.ofSeconds(row.getLong("start_over_seconds")));
  }
}
