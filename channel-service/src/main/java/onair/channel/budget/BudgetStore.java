package onair.channel.budget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Budgets in the database; every method belongs to the caller's transaction, if there is one. */
final class BudgetStore {

  private final JdbcClient jdbc;

  BudgetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Budget> find(String organizationId, String subject) {
    return jdbc.sql(
            "select * from budget where organization_id = :organization and subject = :subject")
        .param("organization", organizationId)
        .param("subject", subject)
        .query(BudgetStore::read)
        .optional();
  }

  /** Like {@link #find}, and it stays as it is until the caller's transaction ends. */
  Optional<Budget> lock(String organizationId, String subject) {
    return jdbc.sql(
            """
            select * from budget
            where organization_id = :organization and subject = :subject for update
            """)
        .param("organization", organizationId)
        .param("subject", subject)
        .query(BudgetStore::read)
        .optional();
  }

  /** Like {@link #lock(String, String)}, by its id; for the reconciler. */
  Optional<Budget> lock(String id) {
    return jdbc.sql("select * from budget where id = :id for update")
        .param("id", id)
        .query(BudgetStore::read)
        .optional();
  }

  /** Newest first. */
  List<Budget> list(String organizationId, PageRequest page) {
    return jdbc.sql(
            """
            select * from budget
            where organization_id = :organization and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(BudgetStore::read)
        .list();
  }

  /**
   * Those a start of the channel has to keep, locked: no other start counts until the caller's
   * transaction ends.
   */
  List<Budget> lockCovering(String organizationId, String channelId) {
    return jdbc.sql(
            """
            select * from budget
            where organization_id = :organization and subject in ('organization', :channel)
            order by subject for update
            """)
        .param("organization", organizationId)
        .param("channel", channelId)
        .query(BudgetStore::read)
        .list();
  }

  /** Ids of those that a channel counts in. */
  List<String> covering(String channelId) {
    return jdbc.sql(
            """
            select budget.id from budget join channel using (organization_id)
            where channel.id = :channel and budget.subject in ('organization', :channel)
            """)
        .param("channel", channelId)
        .query(String.class)
        .list();
  }

  void insert(Budget budget) {
    jdbc.sql(
            """
            insert into budget (id, organization_id, subject, version, cap, level, month,
                created_at, updated_at)
            values (:id, :organization, :subject, :version, :cap, :level, :month, :created, :updated)
            """)
        .param("id", budget.id())
        .param("organization", budget.organizationId())
        .param("subject", budget.subject())
        .param("version", budget.version())
        .param("cap", budget.limit())
        .param("level", budget.level().word())
        .param("month", budget.month().toString())
        .param("created", Times.utc(budget.createdAt()))
        .param("updated", Times.utc(budget.updatedAt()))
        .update();
  }

  void update(Budget budget) {
    jdbc.sql(
            """
            update budget set version = :version, cap = :cap, level = :level, month = :month,
                updated_at = :updated
            where id = :id
            """)
        .param("id", budget.id())
        .param("version", budget.version())
        .param("cap", budget.limit())
        .param("level", budget.level().word())
        .param("month", budget.month().toString())
        .param("updated", Times.utc(budget.updatedAt()))
        .update();
  }

  void delete(String id) {
    jdbc.sql("delete from budget where id = :id").param("id", id).update();
  }

  /** The channel's own one, if there is one. */
  void deleteOf(String channelId) {
    jdbc.sql("delete from budget where subject = :channel").param("channel", channelId).update();
  }

  private static Budget read(ResultSet row, int number) throws SQLException {
    return new Budget(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("subject"),
        row.getLong("version"),
        row.getBigDecimal("cap"),
        Level.of(row.getString("level")),
        YearMonth.parse(row.getString("month")),
        Objects.requireNonNull(Times.instant(row.getTimestamp("created_at"))),
        Objects.requireNonNull(Times.instant(row.getTimestamp("updated_at"))));
  }
}
