package onair.vod.storage;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told about the bucket; every method belongs to the caller's transaction. */
final class BucketStore {

  private final JdbcClient jdbc;

  BucketStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version of the last event about it
   * @param announce whether it is to be told again
   */
  record Told(long version, boolean announce) {}

  /** From now on it is to be told, whether it is news or not. */
  void announceAgain(String name) {
    jdbc.sql(
            """
            insert into bucket (name, version, announce) values (:name, 0, true)
            on conflict (name) do update set announce = true
            """)
        .param("name", name)
        .update();
  }

  Optional<Told> lock(String name) {
    return jdbc.sql("select * from bucket where name = :name for update")
        .param("name", name)
        .query((row, number) -> new Told(row.getLong("version"), row.getBoolean("announce")))
        .optional();
  }

  void announced(String name, long version) {
    jdbc.sql(
            """
            insert into bucket (name, version, announce) values (:name, :version, false)
            on conflict (name) do update set version = :version, announce = false
            """)
        .param("name", name)
        .param("version", version)
        .update();
  }
}
