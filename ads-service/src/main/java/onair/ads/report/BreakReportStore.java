package onair.ads.report;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.ads.report.BreakRow.Asked;
import onair.ads.report.BreakRow.Sessions;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads what is known of breaks. Beacons are added up when they are asked for. */
final class BreakReportStore {

  private static final String BREAKS =
      """
      select * from (
        select ad_break.id, ad_break.channel_id, ad_break.duration_millis, ad_break.signalled_at,
          ad_break.outcome, ad_break.outcome_at, avail.decisions, avail.first_asked_at,
          avail.sessions, avail.asked_millis, avail.filled_millis,
          (to_char(signalled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' '
            || ad_break.id) collate "C" as key
        from ad_break left join avail on avail.organization_id = ad_break.organization_id
          and avail.playback_id = ad_break.playback_id
          and avail.splice_event_id = ad_break.splice_event_id
        where ad_break.organization_id = :organization
          and (:channel::text is null or ad_break.channel_id = :channel)
      ) report
      """;

  private static final String WANTED =
      """
      with wanted as (
        select id, playback_id, splice_event_id from ad_break
        where organization_id = :organization and id = any(:ids)
      )
      """;

  private final JdbcClient jdbc;

  BreakReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<BreakReport> find(String organizationId, String channelId, String id) {
    List<BreakRow> rows =
        jdbc.sql(BREAKS + "where id = :id")
            .param("organization", organizationId)
            .param("channel", channelId)
            .param("id", id)
            .query(BreakReportStore::row)
            .list();
    return whole(organizationId, rows).stream().findFirst();
  }

  /**
   * What was signalled last comes first.
   *
   * @param channelId null for any
   */
  List<BreakReport> list(String organizationId, @Nullable String channelId, PageRequest page) {
    List<BreakRow> rows =
        jdbc.sql(
                BREAKS
                    + """
                    where :after::text is null or key < :after
                    order by key desc
                    limit :limit
                    """)
            .param("organization", organizationId)
            .param("channel", channelId)
            .param("after", page.after())
            .param("limit", page.fetchSize())
            .query(BreakReportStore::row)
            .list();
    return whole(organizationId, rows);
  }

  private List<BreakReport> whole(String organizationId, List<BreakRow> rows) {
    String[] ids = rows.stream().map(BreakRow::id).toArray(String[]::new);
    Map<String, List<BreakAd>> ads =
        ads(organizationId, ids).stream().collect(groupingBy(BreakAd::breakId));
    Map<String, List<BreakError>> errors =
        errors(organizationId, ids).stream().collect(groupingBy(BreakError::breakId));
    return rows.stream()
        .map(
            row ->
                new BreakReport(
                    row,
                    ads.getOrDefault(row.id(), List.of()),
                    errors.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private List<BreakAd> ads(String organizationId, String[] ids) {
    return of(
            WANTED
                + """
                , chosen as (
                  select id, campaign_id, creative_id, decisions
                  from wanted join avail_creative using (playback_id, splice_event_id)
                  where organization_id = :organization
                ), told as (
                  select id, campaign_id, creative_id,
                    min(received_at) filter (where event <> 'error') as seen_at,
                    min(received_at) filter (where event = 'error') as failed_at,
                    %s
                  from wanted join beacon using (playback_id, splice_event_id)
                  where organization_id = :organization
                  group by id, campaign_id, creative_id
                )
                select * from chosen full join told using (id, campaign_id, creative_id)
                order by id, campaign_id, creative_id
                """
                    .formatted(Counts.COLUMNS),
            organizationId,
            ids)
        .query(BreakReportStore::ad)
        .list();
  }

  private List<BreakError> errors(String organizationId, String[] ids) {
    return of(
            WANTED
                + """
                select id, error_code, count(*) as errors
                from wanted join beacon using (playback_id, splice_event_id)
                where organization_id = :organization and event = 'error'
                group by id, error_code
                order by id, errors desc, error_code
                """,
            organizationId,
            ids)
        .query(
            (row, number) ->
                new BreakError(
                    row.getString("id"),
                    row.getObject("error_code", Integer.class),
                    row.getLong("errors")))
        .list();
  }

  private StatementSpec of(String sql, String organizationId, String[] ids) {
    return jdbc.sql(sql).param("organization", organizationId).param("ids", ids);
  }

  private static BreakRow row(ResultSet row, int number) throws SQLException {
    return new BreakRow(
        row.getString("id"),
        row.getString("key"),
        row.getString("channel_id"),
        row.getLong("duration_millis"),
        row.getTimestamp("signalled_at").toInstant(),
        row.getString("outcome"),
        Times.instant(row.getTimestamp("outcome_at")),
        asked(row));
  }

  private static @Nullable Asked asked(ResultSet row) throws SQLException {
    Long decisions = row.getObject("decisions", Long.class);
    return decisions == null
        ? null
        : new Asked(decisions, Times.instant(row.getTimestamp("first_asked_at")), sessions(row));
  }

  private static @Nullable Sessions sessions(ResultSet row) throws SQLException {
    Long count = row.getObject("sessions", Long.class);
    return count == null
        ? null
        : new Sessions(count, row.getLong("asked_millis"), row.getLong("filled_millis"));
  }

  private static BreakAd ad(ResultSet row, int number) throws SQLException {
    return new BreakAd(
        row.getString("id"),
        row.getString("campaign_id"),
        row.getString("creative_id"),
        row.getLong("decisions"),
        Counts.of(row),
        Times.instant(row.getTimestamp("seen_at")),
        Times.instant(row.getTimestamp("failed_at")));
  }
}
