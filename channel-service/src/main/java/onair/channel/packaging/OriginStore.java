package onair.channel.packaging;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the shared origins; every method belongs to the caller's transaction. */
final class OriginStore {

  private final JdbcClient jdbc;

  OriginStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version of the last event about it
   * @param domain absent until AWS has made it
   * @param announce whether it is to be told again
   */
  record Known(long version, @Nullable String domain, boolean announce) {}

  /** From now on it is to be told, whether it is news or not. */
  void announceAgain(String id) {
    jdbc.sql(
            """
            insert into shared_origin (id, version, domain, announce) values (:id, 0, null, true)
            on conflict (id) do update set announce = true
            """)
        .param("id", id)
        .update();
  }

  Optional<Known> lock(String id) {
    return known("select * from shared_origin where id = :id for update", id);
  }

  Optional<Known> find(String id) {
    return known("select * from shared_origin where id = :id", id);
  }

  private Optional<Known> known(String sql, String id) {
    return jdbc.sql(sql)
        .param("id", id)
        .query(
            (row, number) ->
                new Known(
                    row.getLong("version"), row.getString("domain"), row.getBoolean("announce")))
        .optional();
  }

  void announced(String id, long version, String domain) {
    keep(id, version, domain, false);
  }

  /** It was seen there and is to be told. */
  void sighted(String id, long version, String domain) {
    keep(id, version, domain, true);
  }

  private void keep(String id, long version, String domain, boolean announce) {
    jdbc.sql(
            """
            insert into shared_origin (id, version, domain, announce)
            values (:id, :version, :domain, :announce)
            on conflict (id) do update set
              version = :version, domain = :domain, announce = :announce
            """)
        .param("id", id)
        .param("version", version)
        .param("domain", domain)
        .param("announce", announce)
        .update();
  }
}
