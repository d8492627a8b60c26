package onair.account.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import onair.common.audit.AuditEntry;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_entry}. */
final class AuditStore {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Once, however often it comes. */
  void add(AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entry (id, organization_id, actor, session_id, operation, service, object, resource_id, before, after,
              client_address, request_id, user_agent, occurred_at)
            values (:id, :organization, :actor, :session, :operation, :service, :object, :resource, cast(:before as jsonb),
              cast(:after as jsonb), :address, :request, :agent, :at)
            on conflict (id) do nothing
            """)
        .param("id", entry.id())
        .param("organization", entry.organizationId())
        .param("actor", entry.actor())
        .param("session", entry.sessionId())
        .param("operation", entry.operation())
        .param("service", entry.service())
        .param("object", entry.object())
        .param("resource", entry.resourceId())
        .param("before", text(entry.before()))
        .param("after", text(entry.after()))
        .param("address", entry.clientAddress())
        .param("request", entry.requestId())
        .param("agent", entry.userAgent())
        .param("at", Times.utc(entry.occurredAt()))
        .update();
  }

  /** Newest first. */
  List<AuditEntry> list(String organizationId, AuditQuery wanted, PageRequest page) {
    return jdbc.sql(
            """
            select * from audit_entry
            where organization_id = :organization
              and (cast(:after as text) is null or id < :after)
              and (cast(:actor as text) is null or actor = :actor)
              and (cast(:operation as text) is null or operation = :operation)
              and (cast(:object as text) is null or object = :object)
              and (cast(:resource as text) is null or resource_id = :resource)
              and (cast(:request as text) is null or request_id = :request)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("actor", wanted.actor())
        .param("operation", wanted.operation())
        .param("object", wanted.object())
        .param("resource", wanted.resourceId())
        .param("request", wanted.requestId())
        .param("limit", page.fetchSize())
        .query(this::read)
        .list();
  }

  Optional<AuditEntry> find(String organizationId, String id) {
    return jdbc.sql("select * from audit_entry where organization_id = :organization and id = :id")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  private AuditEntry read(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("actor"),
        row.getString("session_id"),
        row.getString("operation"),
        row.getString("service"),
        row.getString("object"),
        row.getString("resource_id"),
        json(row.getString("before")),
        json(row.getString("after")),
        row.getString("client_address"),
        row.getString("request_id"),
        row.getString("user_agent"),
        row.getTimestamp("occurred_at").toInstant());
  }

  private @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : json.readTree(text);
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null ? null : node.toString();
  }
}
