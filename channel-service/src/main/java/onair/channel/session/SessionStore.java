package onair.channel.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.channel.session.Session.Recording;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions in the database; every method belongs to the caller's transaction, if there is one. */
final class SessionStore {

  private final JdbcClient jdbc;

  SessionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Session session) {
    bind(
            """
            insert into session (id, organization_id, channel_id, playback_id, name, version,
                started_at, ended_at, kept, packaging_group, packaging_channel, packaging_endpoint,
                recording, asset_id, recording_reason)
            values (:id, :organization, :channel, :playback, :name, :version, :started, :ended,
                :kept, :group, :package, :endpoint, :recording, :asset, :reason)
            """,
            session)
        .param("organization", session.organizationId())
        .param("channel", session.channelId())
        .param("playback", session.playbackId())
        .param("name", session.name())
        .param("started", Times.utc(session.startedAt()))
        .param("kept", Times.utc(session.kept()))
        .param("group", session.packaging() == null ? null : session.packaging().group())
        .param("package", session.packaging() == null ? null : session.packaging().channel())
        .param("endpoint", session.packaging() == null ? null : session.packaging().endpoint())
        .update();
  }

  void update(Session session) {
    bind(
            """
            update session set version = :version, ended_at = :ended, recording = :recording,
                asset_id = :asset, recording_reason = :reason
            where id = :id
            """,
            session)
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, Session session) {
    return jdbc.sql(sql)
        .param("id", session.id())
        .param("version", session.version())
        .param("ended", Times.utc(session.endedAt()))
        .param("recording", session.recording().word())
        .param("asset", session.assetId())
        .param("reason", session.recordingReason());
  }

  /** Whether the organization has this channel, or had it and went on air with it. */
  boolean isChannelKnown(String organizationId, String channelId) {
    return jdbc.sql(
            """
            select exists (
                select 1 from channel where organization_id = :organization and id = :channel)
              or exists (
                select 1 from session
                where organization_id = :organization and channel_id = :channel)
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .query(Boolean.class)
        .single();
  }

  /** The one that is on air. */
  Optional<Session> open(String channelId) {
    return jdbc.sql("select * from session where channel_id = :channel and ended_at is null")
        .param("channel", channelId)
        .query(SessionStore::read)
        .optional();
  }

  /** Whoever it belongs to, until the transaction ends nobody else changes it. */
  Optional<Session> lock(String id) {
    return jdbc.sql("select * from session where id = :id for update")
        .param("id", id)
        .query(SessionStore::read)
        .optional();
  }

  /** The last one that had begun at that moment. */
  Optional<Session> begunBy(String channelId, Instant moment) {
    return jdbc.sql(
            """
            select * from session where channel_id = :channel and started_at <= :moment
            order by started_at desc limit 1
            """)
        .param("channel", channelId)
        .param("moment", Times.utc(moment))
        .query(SessionStore::read)
        .optional();
  }

  /** Whether a recording is on air, or pending and ended after that moment. */
  boolean recordingSince(String channelId, Instant moment) {
    return jdbc.sql(
            """
            select exists (
              select from session
              where channel_id = :channel and recording = 'pending'
                and (ended_at is null or ended_at > :moment))
            """)
        .param("channel", channelId)
        .param("moment", Times.utc(moment))
        .query(Boolean.class)
        .single();
  }

  Optional<Session> find(String organizationId, String channelId, String id) {
    return jdbc.sql(
            """
            select * from session
            where id = :id and channel_id = :channel and organization_id = :organization
            """)
        .param("id", id)
        .param("channel", channelId)
        .param("organization", organizationId)
        .query(SessionStore::read)
        .optional();
  }

  /** Newest first. */
  List<Session> list(String organizationId, String channelId, PageRequest page) {
    return jdbc.sql(
            """
            select * from session
            where organization_id = :organization and channel_id = :channel
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(SessionStore::read)
        .list();
  }

  private static Session read(ResultSet row, int number) throws SQLException {
    String group = row.getString("packaging_group");
    return new Session(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("channel_id"),
        row.getString("playback_id"),
        row.getString("name"),
        row.getLong("version"),
        row.getTimestamp("started_at").toInstant(),
        Times.instant(row.getTimestamp("ended_at")),
        Times.instant(row.getTimestamp("kept")),
        group == null
            ? null
            : new PackagedAt(
                group, row.getString("packaging_channel"), row.getString("packaging_endpoint")),
        Recording.of(row.getString("recording")),
        row.getString("asset_id"),
        row.getString("recording_reason"));
  }
}
