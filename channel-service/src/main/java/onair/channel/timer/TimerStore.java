package onair.channel.timer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Timers in the database; every method belongs to the caller's transaction, in which the channel is
 * locked if anything is changed.
 */
final class TimerStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Progress>> PROGRESS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  TimerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a channel that was made sure to be the caller's. */
  Timers of(String channelId, String organizationId) {
    return jdbc.sql("select * from channel_timers where channel_id = :channel")
        .param("channel", channelId)
        .query(TimerStore::read)
        .optional()
        .orElseGet(() -> Timers.untouched(channelId, organizationId));
  }

  void save(Timers timers) {
    jdbc.sql(
            """
            insert into channel_timers (channel_id, organization_id, version, never_connected_seconds,
                input_lost_seconds, maximum_duration_seconds, progress)
            values (:channel, :organization, :version, :never, :lost, :maximum, :progress::jsonb)
            on conflict (channel_id) do update set version = excluded.version,
                never_connected_seconds = excluded.never_connected_seconds,
                input_lost_seconds = excluded.input_lost_seconds,
                maximum_duration_seconds = excluded.maximum_duration_seconds,
                progress = excluded.progress
            """)
        .param("channel", timers.channelId())
        .param("organization", timers.organizationId())
        .param("version", timers.version())
        .param("never", timers.limits().neverConnected())
        .param("lost", timers.limits().inputLost())
        .param("maximum", timers.limits().maximumDuration())
        .param("progress", JSON.writeValueAsString(timers.progress()))
        .update();
  }

  void delete(String channelId) {
    jdbc.sql("delete from channel_timers where channel_id = :channel")
        .param("channel", channelId)
        .update();
  }

  private static Timers read(ResultSet row, int number) throws SQLException {
    return new Timers(
        row.getString("channel_id"),
        row.getString("organization_id"),
        row.getLong("version"),
        new Limits(
            row.getObject("never_connected_seconds", Integer.class),
            row.getObject("input_lost_seconds", Integer.class),
            row.getObject("maximum_duration_seconds", Integer.class)),
        JSON.readValue(row.getString("progress"), PROGRESS));
  }
}
