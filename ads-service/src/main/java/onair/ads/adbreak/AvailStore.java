package onair.ads.adbreak;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Decisions in the database; every method but one belongs to the caller's transaction. */
final class AvailStore {

  private final JdbcClient jdbc;

  AvailStore(JdbcClient jdbc) {
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

  /** Adds decisions to those counted before, by whatever node; a session counts once. */
  void add(Avail avail, Decisions decisions, Instant now) {
    Set<String> fresh = firstSeen(avail, decisions.sessions().keySet(), now);
    List<Decision> counted =
        decisions.sessions().entrySet().stream()
            .filter(session -> fresh.contains(session.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    addSums(avail, decisions, counted, now);
    addCreatives(avail, counted);
  }

  private Set<String> firstSeen(Avail avail, Collection<String> sessions, Instant now) {
    return new HashSet<>(
        of(
                """
                insert into avail_session (organization_id, playback_id, splice_event_id, session,
                    asked_at)
                select :organization, :playback, :splice, one.session, :now
                from unnest(:sessions) as one (session)
                on conflict do nothing
                returning session
                """,
                avail)
            .param("sessions", sessions.toArray(String[]::new))
            .param("now", Times.utc(now))
            .query(String.class)
            .list());
  }

  /** What was not counted for one of them stays unknown for all of them. */
  private void addSums(Avail avail, Decisions decisions, List<Decision> counted, Instant now) {
    of(
            """
            insert into avail (organization_id, playback_id, splice_event_id, decisions, least_millis,
                most_millis, asked_at, first_asked_at, sessions, asked_millis, filled_millis)
            values (:organization, :playback, :splice, :count, :least, :most, :now, :first,
                :sessions, :asked, :filled)
            on conflict (playback_id, splice_event_id) do update set
              decisions = avail.decisions + excluded.decisions,
              least_millis = least(avail.least_millis, excluded.least_millis),
              most_millis = greatest(avail.most_millis, excluded.most_millis),
              asked_at = excluded.asked_at,
              first_asked_at = case when avail.first_asked_at > excluded.first_asked_at
                then excluded.first_asked_at else avail.first_asked_at end,
              sessions = avail.sessions + excluded.sessions,
              asked_millis = avail.asked_millis + excluded.asked_millis,
              filled_millis = avail.filled_millis + excluded.filled_millis
            """,
            avail)
        .param("count", decisions.count())
        .param("least", decisions.spread().least().toMillis())
        .param("most", decisions.spread().most().toMillis())
        .param("now", Times.utc(now))
        .param("first", Times.utc(decisions.since()))
        .param("sessions", counted.size())
        .param("asked", counted.stream().mapToLong(one -> one.room().toMillis()).sum())
        .param("filled", counted.stream().mapToLong(one -> one.filled().toMillis()).sum())
        .update();
  }

  private record Chosen(String campaignId, String creativeId) {}

  private void addCreatives(Avail avail, List<Decision> counted) {
    Map<Chosen, Long> chosen =
        counted.stream()
            .flatMap(decision -> decision.ads().stream())
            .collect(
                Collectors.groupingBy(
                    ad -> new Chosen(ad.campaignId(), ad.creativeId()), Collectors.counting()));
    if (chosen.isEmpty()) {
      return;
    }
    List<Chosen> ads = List.copyOf(chosen.keySet());
    of(
            """
            insert into avail_creative (organization_id, playback_id, splice_event_id, campaign_id,
                creative_id, decisions)
            select :organization, :playback, :splice, one.campaign, one.creative, one.decisions
            from unnest(:campaigns, :creatives, :decisions)
              as one (campaign, creative, decisions)
            on conflict (playback_id, splice_event_id, campaign_id, creative_id) do update
              set decisions = avail_creative.decisions + excluded.decisions
            """,
            avail)
        .param("campaigns", ads.stream().map(Chosen::campaignId).toArray(String[]::new))
        .param("creatives", ads.stream().map(Chosen::creativeId).toArray(String[]::new))
        .param("decisions", ads.stream().map(chosen::get).toArray(Long[]::new))
        .update();
  }

  /** Empty while nobody has asked. */
  Optional<Spread> spread(Avail avail) {
    return jdbc.sql(
            """
            select least_millis, most_millis from avail
            where playback_id = :playback and splice_event_id = :splice
            """)
        .param("playback", avail.playbackId())
        .param("splice", avail.spliceEventId())
        .query(
            (row, number) ->
                new Spread(Duration.ofMillis(row.getLong(1)), Duration.ofMillis(row.getLong(2))))
        .optional();
  }

  /**
   * Forgets which sessions asked so long ago, in a transaction of its own.
   *
   * @param most at a time
   * @return how many were forgotten
   */
  int forget(Instant before, int most) {
    return jdbc.sql(
            """
            delete from avail_session where ctid in (
              select ctid from avail_session where asked_at < :before limit :most)
            """)
        .param("before", Times.utc(before))
        .param("most", most)
        .update();
  }

  private StatementSpec of(String sql, Avail avail) {
    return jdbc.sql(sql)
        .param("organization", avail.organizationId())
        .param("playback", avail.playbackId())
        .param("splice", avail.spliceEventId());
  }
}
