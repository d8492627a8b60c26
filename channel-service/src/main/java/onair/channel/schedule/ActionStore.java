package onair.channel.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Actions in the database; every method belongs to the caller's transaction, if there is one. */
final class ActionStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  ActionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Action action) {
    bind(
            """
            insert into schedule_action (id, organization_id, channel_id, version, metadata, status, reason,
                deed, start_at, duration_seconds, encoder_id, effective_at, created_at, updated_at)
            values (:id, :organization, :channel, :version, :metadata::jsonb, :status, :reason,
                :deed::jsonb, :start, :duration, :encoder, :effective, :created, :updated)
            """,
            action)
        .param("organization", action.organizationId())
        .param("channel", action.channelId())
        .param("metadata", MetadataColumn.write(action.metadata()))
        .param("deed", JSON.writerFor(Deed.class).writeValueAsString(action.deed()))
        .param("start", Times.utc(action.startAt()))
        .param("duration", action.duration() == null ? null : action.duration().toSeconds())
        .param("created", Times.utc(action.createdAt()))
        .update();
  }

  void update(Action action) {
    bind(
            """
            update schedule_action set version = :version, status = :status, reason = :reason,
                encoder_id = :encoder, effective_at = :effective, updated_at = :updated
            where id = :id
            """,
            action)
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, Action action) {
    return jdbc.sql(sql)
        .param("id", action.id())
        .param("version", action.version())
        .param("status", action.status().word())
        .param("reason", action.reason())
        .param("encoder", action.encoderId())
        .param("effective", Times.utc(action.effectiveAt()))
        .param("updated", Times.utc(action.updatedAt()));
  }

  /** Whoever it belongs to; until the transaction ends nobody else changes it. */
  Optional<Action> lock(String id) {
    return one("select * from schedule_action where id = :id for update", id);
  }

  /** Whoever it belongs to. */
  Optional<Action> find(String id) {
    return one("select * from schedule_action where id = :id", id);
  }

  private Optional<Action> one(String sql, String id) {
    return jdbc.sql(sql).param("id", id).query(ActionStore::read).optional();
  }

  /** Those that anything is still to be done about; nobody adds one meanwhile. */
  List<Action> lockOpen(String channelId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('schedule ' || :channel, 0))")
        .param("channel", channelId)
        .query(rows -> {});
    return open(channelId);
  }

  List<Action> open(String channelId) {
    return jdbc.sql(
            """
            select * from schedule_action
            where channel_id = :channel and status in ('scheduled', 'active', 'cancelling')
            order by id
            """)
        .param("channel", channelId)
        .query(ActionStore::read)
        .list();
  }

  void deleteOf(String channelId) {
    jdbc.sql("delete from schedule_action where channel_id = :channel")
        .param("channel", channelId)
        .update();
  }

  /** Newest first. */
  List<Action> list(
      String organizationId, String channelId, ActionFilter filter, PageRequest page) {
    return jdbc.sql(
            """
            select * from schedule_action
            where organization_id = :organization and channel_id = :channel
              and (:status::text is null or status = :status)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("status", filter.status() == null ? null : filter.status().word())
        .param("metadata", MetadataColumn.write(filter.metadata().wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(ActionStore::read)
        .list();
  }

  private static Action read(ResultSet row, int number) throws SQLException {
    Integer seconds = row.getObject("duration_seconds", Integer.class);
    return new Action(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("channel_id"),
        row.getLong("version"),
        MetadataColumn.read(row),
        Action.Status.of(row.getString("status")),
        row.getString("reason"),
        JSON.readValue(row.getString("deed"), Deed.class),
        Times.instant(row.getTimestamp("start_at")),
        seconds == null ? null : Duration.ofSeconds(seconds),
        row.getString("encoder_id"),
        Times.instant(row.getTimestamp("effective_at")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
