package onair.delivery.playback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
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
                origin_path, hls, dash, removed, updated_at)
            values (:resource, :organization, :playback, :version, :status,
                :path, :hls, :dash, :removed, :updated)
            on conflict (resource_id) do update
              set version = excluded.version, status = excluded.status,
                  origin_path = excluded.origin_path, hls = excluded.hls, dash = excluded.dash,
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
        .param("removed", playback.removed())
        .param("updated", playback.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
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
        row.getBoolean("removed"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
