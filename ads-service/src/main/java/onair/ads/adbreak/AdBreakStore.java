package onair.ads.adbreak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks in the database; every method belongs to the caller's transaction. */
final class AdBreakStore {

  private final JdbcClient jdbc;

  AdBreakStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a break unless it is known. */
  void learn(AdBreak signalled) {
    jdbc.sql(
            """
            insert into ad_break (id, organization_id, channel_id, playback_id, splice_event_id,
                duration_millis, outcome, version, signalled_at)
            values (:id, :organization, :channel, :playback, :splice, :duration, null, :version, :at)
            on conflict (id) do nothing
            """)
        .param("id", signalled.id())
        .param("organization", signalled.avail().organizationId())
        .param("channel", signalled.channelId())
        .param("playback", signalled.avail().playbackId())
        .param("splice", signalled.avail().spliceEventId())
        .param("duration", signalled.length().toMillis())
        .param("version", signalled.version())
        .param("at", Times.utc(signalled.signalledAt()))
        .update();
  }

  /** The breaks of an avail, and nobody else changes them until the transaction ends. */
  List<AdBreak> lock(Avail avail) {
    return jdbc.sql(
            """
            select * from ad_break
            where playback_id = :playback and splice_event_id = :splice
            order by id for update
            """)
        .param("playback", avail.playbackId())
        .param("splice", avail.spliceEventId())
        .query(AdBreakStore::adBreak)
        .list();
  }

  void told(AdBreak adBreak, Outcome outcome, Instant now) {
    jdbc.sql(
            """
            update ad_break set outcome = :outcome, outcome_at = :now, version = :version
            where id = :id
            """)
        .param("outcome", outcome.word())
        .param("now", Times.utc(now))
        .param("version", adBreak.version())
        .param("id", adBreak.id())
        .update();
  }

  private static AdBreak adBreak(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    return new AdBreak(
        row.getString("id"),
        row.getString("channel_id"),
        new Avail(
            row.getString("organization_id"),
            row.getString("playback_id"),
            row.getLong("splice_event_id")),
        Duration.ofMillis(row.getLong("duration_millis")),
        outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getLong("version"),
        row.getTimestamp("signalled_at").toInstant());
  }
}
