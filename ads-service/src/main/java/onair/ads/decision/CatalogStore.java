package onair.ads.decision;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.ads.content.ContentStore;
import onair.ads.content.Film;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what an organization may show, with two indexed queries. */
final class CatalogStore {

  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final ContentStore content;

  CatalogStore(JdbcClient jdbc, ContentStore content) {
    this.jdbc = jdbc;
    this.content = content;
  }

  /** Campaigns that are over are left out; those to come are in, with their times. */
  Catalog of(String organizationId, Instant now) {
    List<Candidate> candidates =
        jdbc.sql(
                """
                select campaign.id as campaign_id, creative.id as creative_id, creative.name,
                    asset.mp4_path, asset.duration_millis, asset.width, asset.height,
                    creative.click_through_url, campaign.starts_at, campaign.ends_at,
                    campaign.weight::float8
                      / count(*) over (partition by campaign.id) as share
                from campaign
                  join creative on creative.id = any(campaign.creative_ids)
                    and creative.organization_id = campaign.organization_id
                  join asset on asset.id = creative.asset_id
                    and asset.organization_id = campaign.organization_id
                where campaign.organization_id = :organization and campaign.status = 'active'
                  and (campaign.ends_at is null or campaign.ends_at > :now)
                  and asset.ready and not asset.removed and asset.mp4_path is not null
                order by campaign.id, creative.id
                limit :most
                """)
            .param("organization", organizationId)
            .param("now", Times.utc(now))
            .param("most", MOST)
            .query(CatalogStore::candidate)
            .list();
    return new Catalog(content.baseUrl().orElse(null), candidates);
  }

  private static Candidate candidate(ResultSet row, int number) throws SQLException {
    String click = row.getString("click_through_url");
    return new Candidate(
        row.getString("campaign_id"),
        row.getString("creative_id"),
        row.getString("name"),
        new Film(
            row.getString("mp4_path"),
            Duration.ofMillis(row.getLong("duration_millis")),
            row.getInt("width"),
            row.getInt("height")),
        click == null ? null : URI.create(click),
        row.getDouble("share"),
        Times.instant(row.getTimestamp("starts_at")),
        Times.instant(row.getTimestamp("ends_at")));
  }
}
