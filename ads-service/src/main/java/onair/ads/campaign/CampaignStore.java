package onair.ads.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Campaigns in the database; every method belongs to the caller's transaction, if there is one. */
final class CampaignStore {

  private final JdbcClient jdbc;

  CampaignStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Campaign campaign) {
    bind(
            jdbc.sql(
                """
                insert into campaign (id, organization_id, version, name, creative_ids, weight,
                    starts_at, ends_at, status, metadata, created_at, updated_at)
                values (:id, :organization, :version, :name, :creatives, :weight,
                    :starts, :ends, :status, :metadata::jsonb, :created, :updated)
                """),
            campaign)
        .param("organization", campaign.organizationId())
        .param("created", Times.utc(campaign.createdAt()))
        .update();
  }

  void update(Campaign campaign) {
    bind(
            jdbc.sql(
                """
                update campaign set version = :version, name = :name, creative_ids = :creatives,
                    weight = :weight, starts_at = :starts, ends_at = :ends, status = :status,
                    metadata = :metadata::jsonb, updated_at = :updated
                where id = :id
                """),
            campaign)
        .update();
  }

  private static StatementSpec bind(StatementSpec sql, Campaign campaign) {
    Campaign.Terms terms = campaign.terms();
    return sql.param("id", campaign.id())
        .param("version", campaign.version())
        .param("name", campaign.name())
        .param("creatives", terms.creativeIds().toArray(String[]::new))
        .param("weight", terms.weight())
        .param("starts", Times.utc(terms.startsAt()))
        .param("ends", Times.utc(terms.endsAt()))
        .param("status", terms.status())
        .param("metadata", MetadataColumn.write(campaign.metadata()))
        .param("updated", Times.utc(campaign.updatedAt()));
  }

  void delete(String id) {
    jdbc.sql("delete from campaign where id = :id").param("id", id).update();
  }

  Optional<Campaign> find(String organizationId, String id) {
    return one(
        "select * from campaign where id = :id and organization_id = :organization",
        organizationId,
        id);
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Campaign> lock(String organizationId, String id) {
    return one(
        "select * from campaign where id = :id and organization_id = :organization for update",
        organizationId,
        id);
  }

  private Optional<Campaign> one(String sql, String organizationId, String id) {
    return jdbc.sql(sql)
        .param("id", id)
        .param("organization", organizationId)
        .query(CampaignStore::campaign)
        .optional();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Campaign> list(
      String organizationId, @Nullable String status, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from campaign
            where organization_id = :organization
              and (:status::text is null or status = :status)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("status", status)
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(CampaignStore::campaign)
        .list();
  }

  private static Campaign campaign(ResultSet row, int number) throws SQLException {
    var terms =
        new Campaign.Terms(
            List.of((String[]) row.getArray("creative_ids").getArray()),
            row.getInt("weight"),
            Times.instant(row.getTimestamp("starts_at")),
            Times.instant(row.getTimestamp("ends_at")),
            row.getString("status"));
    return new Campaign(
        row.getString("id"),
        row.getString("organization_id"),
        row.getLong("version"),
        row.getString("name"),
        terms,
        MetadataColumn.read(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
