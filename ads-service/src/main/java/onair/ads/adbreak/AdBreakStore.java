package onair.ads.adbreak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks and decisions in the database; every method belongs to the caller's transaction. */
final class AdBreakStore {

  private final JdbcClient jdbc;

  AdBreakStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Makes everyone else who does this for the same avail wait until the transaction ends, so that a
   * break and the decisions for it never miss each other.
   */
  void alone(Avail avail) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:avail, 0))")
        .param("avail", avail.playbackId() + "/" + avail.spliceEventId())
        .query(row -> {});
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
        .param("at", signalled.signalledAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Adds decisions to those counted before, by whatever node. */
  void add(Avail avail, Decisions decisions, Instant now) {
    jdbc.sql(
            """
            insert into avail (organization_id, playback_id, splice_event_id, decisions, least_millis,
                most_millis, asked_at)
            values (:organization, :playback, :splice, :count, :least, :most, :now)
            on conflict (playback_id, splice_event_id) do update set
              decisions = avail.decisions + excluded.decisions,
              least_millis = least(avail.least_millis, excluded.least_millis),
              most_millis = greatest(avail.most_millis, excluded.most_millis),
              asked_at = excluded.asked_at
            """)
        .param("organization", avail.organizationId())
        .param("playback", avail.playbackId())
        .param("splice", avail.spliceEventId())
        .param("count", decisions.count())
        .param("least", decisions.least().toMillis())
        .param("most", decisions.most().toMillis())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Decisions> decisions(Avail avail) {
    return jdbc.sql(
            """
            select decisions, least_millis, most_millis from avail
            where playback_id = :playback and splice_event_id = :splice
            """)
        .param("playback", avail.playbackId())
        .param("splice", avail.spliceEventId())
        .query(
            (row, number) ->
                new Decisions(
                    row.getLong(1),
                    Duration.ofMillis(row.getLong(2)),
                    Duration.ofMillis(row.getLong(3))))
        .optional();
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

  void told(AdBreak adBreak, Outcome outcome) {
    jdbc.sql("update ad_break set outcome = :outcome, version = :version where id = :id")
        .param("outcome", outcome.word())
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
