package onair.ads.placement;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MediaTailor's hosts as last told; there is one per account and region. */
final class TailorHost {

  private final JdbcClient jdbc;

  TailorHost(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param version of the event about it
   */
  record Known(String domain, long version) {}

  /** Keeps it; says whether it was news. */
  boolean learn(String domain) {
    return jdbc.sql(
                "insert into tailor_host (domain, version) values (:domain, 1)"
                    + " on conflict (domain) do nothing")
            .param("domain", domain)
            .update()
        > 0;
  }

  List<Known> all() {
    return jdbc.sql("select domain, version from tailor_host order by domain")
        .query((row, number) -> new Known(row.getString(1), row.getLong(2)))
        .list();
  }
}
