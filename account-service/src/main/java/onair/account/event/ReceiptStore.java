package onair.account.event;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code event_receipt}: what is to be confirmed to the services that told it. */
final class ReceiptStore {

  private static final int MOST = 500;

  private final JdbcClient jdbc;

  ReceiptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String eventId, String organizationId, String source) {
    jdbc.sql(
            """
            insert into event_receipt (event_id, organization_id, source)
            values (:id, :organization, :source) on conflict do nothing
            """)
        .param("id", eventId)
        .param("organization", organizationId)
        .param("source", source)
        .update();
  }

  /** Ids of events by their source; they are forgotten here with the caller's transaction. */
  Map<String, List<String>> take() {
    return jdbc
        .sql(
            """
            delete from event_receipt where event_id in (
              select event_id from event_receipt limit :most for update skip locked)
            returning source, event_id
            """)
        .param("most", MOST)
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
