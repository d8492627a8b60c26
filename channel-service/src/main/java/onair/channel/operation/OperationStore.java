package onair.channel.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Operations in the database; every method belongs to the caller's transaction. */
public final class OperationStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  public OperationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a new operation. */
  public void insert(Operation operation) {
    bind(
            """
            insert into operation (id, organization_id, type, resource_id, status, reason, cause, steps,
                created_at, started_at, finished_at)
            values (:id, :organization, :type, :resource, :status, :reason, :cause, :steps::jsonb,
                :created, :started, :finished)
            """,
            operation)
        .param("organization", operation.organizationId())
        .param("type", operation.type())
        .param("resource", operation.resourceId())
        .param("cause", operation.cause())
        .param("created", Times.utc(operation.createdAt()))
        .update();
  }

  /** Keeps how far a known operation has come. */
  public void update(Operation operation) {
    bind(
            """
            update operation set status = :status, reason = :reason, steps = :steps::jsonb,
                started_at = :started, finished_at = :finished
            where id = :id
            """,
            operation)
        .update();
  }

  /**
   * Keeps a new operation that takes the place of an earlier one, which has failed unless it ended.
   */
  public void overtake(String earlierId, Operation operation, Instant now) {
    find(earlierId)
        .filter(earlier -> !earlier.status().ended())
        .map(
            earlier ->
                earlier.end(OperationStatus.FAILED, "Overtaken by " + operation.type() + ".", now))
        .ifPresent(this::update);
    insert(operation);
  }

  private JdbcClient.StatementSpec bind(String sql, Operation operation) {
    return jdbc.sql(sql)
        .param("id", operation.id())
        .param("status", operation.status().word())
        .param("reason", operation.reason())
        .param("steps", JSON.writeValueAsString(operation.steps()))
        .param("started", Times.utc(operation.startedAt()))
        .param("finished", Times.utc(operation.finishedAt()));
  }

  /** An operation, whoever it belongs to; for the service's own use. */
  public Optional<Operation> find(String id) {
    return jdbc.sql("select * from operation where id = :id")
        .param("id", id)
        .query(OperationStore::read)
        .optional();
  }

  /** An operation of that organization; anybody else's is empty. */
  public Optional<Operation> find(String organizationId, String id) {
    return jdbc.sql("select * from operation where id = :id and organization_id = :organization")
        .param("id", id)
        .param("organization", organizationId)
        .query(OperationStore::read)
        .optional();
  }

  private static Operation read(ResultSet row, int number) throws SQLException {
    return new Operation(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("type"),
        row.getString("resource_id"),
        OperationStatus.of(row.getString("status")),
        row.getString("reason"),
        row.getString("cause"),
        JSON.readValue(row.getString("steps"), STEPS),
        row.getTimestamp("created_at").toInstant(),
        Times.instant(row.getTimestamp("started_at")),
        Times.instant(row.getTimestamp("finished_at")));
  }
}
