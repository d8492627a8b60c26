package onair.channel.packaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the packaging group; every method belongs to the caller's transaction. */
final class PackagingGroupStore {

  private final JdbcClient jdbc;

  PackagingGroupStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version of the last event about it
   * @param egressDomain absent until AWS has made it
   * @param announce whether it is to be told again
   */
  record Known(long version, @Nullable String egressDomain, boolean announce) {}

  /** From now on it is to be told, whether it is news or not. */
  void announceAgain(String name) {
    jdbc.sql(
            """
            insert into packaging_group (name, version, egress_domain, announce)
            values (:name, 0, null, true)
            on conflict (name) do update set announce = true
            """)
        .param("name", name)
        .update();
  }

  Optional<Known> lock(String name) {
    return jdbc.sql("select * from packaging_group where name = :name for update")
        .param("name", name)
        .query(
            (row, number) ->
                new Known(
                    row.getLong("version"),
                    row.getString("egress_domain"),
                    row.getBoolean("announce")))
        .optional();
  }

  void announced(String name, long version, String egressDomain) {
    jdbc.sql(
            """
            insert into packaging_group (name, version, egress_domain, announce)
            values (:name, :version, :domain, false)
            on conflict (name) do update set
              version = :version, egress_domain = :domain, announce = false
            """)
        .param("name", name)
        .param("version", version)
        .param("domain", egressDomain)
        .update();
  }
}
