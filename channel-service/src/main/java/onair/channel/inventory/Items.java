package onair.channel.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import onair.common.paging.PageRequest;
import onair.common.reconcile.ResourceKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what organizations have in AWS, as far as its rows know. */
final class Items {

  private final JdbcClient jdbc;

  Items(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ordered by what they belong to. */
  List<Item> list(String organizationId, PageRequest page) {
    return jdbc.sql(
            """
            select * from resource
            where organization_id = :organization and physical_id is not null
              and (:after::text is null or owner || '/' || kind > :after)
            order by owner || '/' || kind limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(Items::item)
        .list();
  }

  private static Item item(ResultSet row, int number) throws SQLException {
    return new Item(
        new ResourceKey(row.getString("owner"), row.getString("kind")),
        row.getString("physical_id"),
        row.getLong("generation"),
        row.getString("desired").equals("PRESENT"),
        row.getString("observed"),
        row.getString("reason"),
        row.getTimestamp("known_at").toInstant());
  }
}
