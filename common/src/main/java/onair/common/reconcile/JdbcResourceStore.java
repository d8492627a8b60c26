package onair.common.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rows in table {@code resource}; each write holds the lease while it happens. */
final class JdbcResourceStore implements ResourceStore {
  /** One statement, so one round trip; it holds the lease while it writes, or finds it lost. */
  private static final String UPSERT =
      """
      insert into resource as stored
        (owner, kind, organization_id, desired, generation, token, intent_at, outcome, physical_id,
         known_at, observed, observed_at, removal, doubt_until, deadline_at, reason, fence)
      select
        owner, :kind, :organization, :desired, :generation, :token,
        cast(:intentAt as timestamptz), :outcome, :physicalId, cast(:knownAt as timestamptz),
        :observed, cast(:observedAt as timestamptz), :removal, cast(:doubtUntil as timestamptz),
        cast(:deadlineAt as timestamptz), :reason, fence
      from reconcile_lease
      where owner = :owner and fence = :fence
      for share
      on conflict (owner, kind) do update set
        desired = excluded.desired, generation = excluded.generation, token = excluded.token,
        intent_at = excluded.intent_at, outcome = excluded.outcome,
        physical_id = excluded.physical_id, known_at = excluded.known_at,
        observed = excluded.observed, observed_at = excluded.observed_at,
        removal = excluded.removal, doubt_until = excluded.doubt_until,
        deadline_at = excluded.deadline_at, reason = excluded.reason, fence = excluded.fence
      where stored.fence <= excluded.fence
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  JdbcResourceStore(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public Optional<ResourceRow> load(ResourceKey key) {
    return jdbc.sql("select * from resource where owner = :owner and kind = :kind")
        .param("owner", key.owner())
        .param("kind", key.kind())
        .query(JdbcResourceStore::row)
        .optional();
  }

  @Override
  public List<ResourceRow> of(String owner) {
    return jdbc.sql("select * from resource where owner = :owner order by kind")
        .param("owner", owner)
        .query(JdbcResourceStore::row)
        .list();
  }

  @Override
  public void save(Lease lease, ResourceRow row) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      // The caller's rollback would take the intent back after AWS was asked.
      throw new IllegalStateException(row.key() + " is reconciled inside a transaction");
    }
    if (upsert(lease, row) == 0) {
      throw new StaleLease(lease);
    }
  }

  @Override
  public void forget(Lease lease) {
    transactions.executeWithoutResult(
        status -> {
          lease.require();
          of(lease.owner()).stream()
              .filter(row -> !row.isFinal())
              .findAny()
              .ifPresent(
                  row -> {
                    throw new IllegalStateException(row.key() + " is not final");
                  });
          jdbc.sql("delete from resource where owner = :owner")
              .param("owner", lease.owner())
              .update();
        });
  }

  private int upsert(Lease lease, ResourceRow row) {
    return jdbc.sql(UPSERT)
        .param("owner", row.key().owner())
        .param("kind", row.key().kind())
        .param("organization", row.organizationId())
        .param("desired", row.desired().name())
        .param("generation", row.generation())
        .param("token", row.token())
        .param("intentAt", time(row.intentAt()))
        .param("outcome", row.create().name())
        .param("physicalId", row.physicalId())
        .param("knownAt", time(row.knownAt()))
        .param("observed", row.observed())
        .param("observedAt", time(row.observedAt()))
        .param("removal", row.removal().name())
        .param("doubtUntil", time(row.doubtUntil()))
        .param("deadlineAt", time(row.deadlineAt()))
        .param("reason", row.reason())
        .param("fence", lease.fence())
        .update();
  }

  private static ResourceRow row(ResultSet columns, int number) throws SQLException {
    return new ResourceRow(
        new ResourceKey(columns.getString("owner"), columns.getString("kind")),
        columns.getString("organization_id"),
        Desired.valueOf(columns.getString("desired")),
        columns.getLong("generation"),
        columns.getString("token"),
        time(columns, "intent_at"),
        Create.valueOf(columns.getString("outcome")),
        columns.getString("physical_id"),
        time(columns, "known_at"),
        columns.getString("observed"),
        time(columns, "observed_at"),
        Removal.valueOf(columns.getString("removal")),
        time(columns, "doubt_until"),
        time(columns, "deadline_at"),
        columns.getString("reason"),
        columns.getLong("fence"));
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant time(ResultSet columns, String name) throws SQLException {
    var time = columns.getObject(name, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
