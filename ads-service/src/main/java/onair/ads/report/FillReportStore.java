package onair.ads.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import onair.common.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up what was decided, by the day of the first question for each break. */
final class FillReportStore {

  private final JdbcClient jdbc;

  FillReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Newest day first.
   *
   * @param channelId null for any
   */
  List<FillRow> list(
      String organizationId, @Nullable String channelId, Days days, PageRequest page) {
    return jdbc.sql(
            """
            with asked as (
              select (avail.first_asked_at at time zone 'UTC')::date as day,
                channel.id as channel_id, sessions, asked_millis, filled_millis
              from avail join channel on channel.playback_id = avail.playback_id
                and channel.organization_id = avail.organization_id
              where avail.organization_id = :organization
                and avail.sessions is not null
                and (:channel::text is null or channel.id = :channel)
            ), report as (
              select day, channel_id,
                (to_char(day, 'YYYY-MM-DD') || ' ' || channel_id) collate "C" as key,
                count(*) as ad_breaks, sum(sessions) as sessions,
                sum(asked_millis) as asked_millis, sum(filled_millis) as filled_millis
              from asked
              where (:from::date is null or day >= :from) and (:to::date is null or day <= :to)
              group by day, channel_id
            )
            select * from report
            where :after::text is null or key < :after
            order by key desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .param("from", days.from())
        .param("to", days.to())
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(FillReportStore::row)
        .list();
  }

  private static FillRow row(ResultSet row, int number) throws SQLException {
    return new FillRow(
        row.getObject("day", LocalDate.class),
        row.getString("channel_id"),
        row.getString("key"),
        row.getLong("ad_breaks"),
        row.getLong("sessions"),
        row.getLong("asked_millis"),
        row.getLong("filled_millis"));
  }
}
