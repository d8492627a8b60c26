package onair.common.reconcile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Leases in table {@code reconcile_lease}: the highest fence of an owner holds it. */
final class JdbcLeases implements Leases {
  private final JdbcClient jdbc;

  JdbcLeases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Waits for a transaction that holds the present lease. */
  @Override
  public Lease take(String owner) {
    long fence =
        jdbc.sql(
                """
                insert into reconcile_lease (owner, fence) values (:owner, 1)
                on conflict (owner) do update set fence = reconcile_lease.fence + 1
                returning fence
                """)
            .param("owner", owner)
            .query(Long.class)
            .single();
    return new Lease(owner, fence, this);
  }

  @Override
  public void require(Lease lease) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "a lease is held until a transaction ends, and there is none");
    }
    boolean held =
        jdbc.sql(
                """
                select 1 from reconcile_lease
                where owner = :owner and fence = :fence for share
                """)
            .param("owner", lease.owner())
            .param("fence", lease.fence())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!held) {
      throw new StaleLease(lease);
    }
  }
}
