package onair.ads.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import onair.common.paging.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adds up beacons. They are the only truth; nothing is counted ahead. */
final class ReportStore {

  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Newest day first. */
  List<ReportRow> list(String organizationId, ReportFilter filter, PageRequest page) {
    return jdbc.sql(
            """
            select * from (
              select day, campaign_id, creative_id,
                (to_char(day, 'YYYY-MM-DD') || ' ' || campaign_id || ' ' || creative_id)
                  collate "C" as key,
                %s
              from beacon
              where organization_id = :organization
                and (:campaign::text is null or campaign_id = :campaign)
                and (:creative::text is null or creative_id = :creative)
                and (:from::date is null or day >= :from)
                and (:to::date is null or day <= :to)
              group by day, campaign_id, creative_id
            ) report
            where :after::text is null or key < :after
            order by key desc
            limit :limit
            """
                .formatted(Counts.COLUMNS))
        .param("organization", organizationId)
        .param("campaign", filter.campaignId())
        .param("creative", filter.creativeId())
        .param("from", filter.days().from())
        .param("to", filter.days().to())
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(ReportStore::row)
        .list();
  }

  private static ReportRow row(ResultSet row, int number) throws SQLException {
    return new ReportRow(
        row.getObject("day", LocalDate.class),
        row.getString("campaign_id"),
        row.getString("creative_id"),
        Counts.of(row));
  }
}
