package onair.common.reconcile;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes written to {@code scheduled_tasks}. They are written as the last thing of the caller's
 * transaction, in one order everywhere, so that the rows are locked for a moment only: a heartbeat
 * waits for that lock.
 */
final class JdbcWakes implements Wakes {
  private static final int LONGEST_OWNER = 100;

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Doorbell doorbell;
  private final Supplier<Set<String>> reconcilers;

  private record Target(String reconciler, String owner) {}

  JdbcWakes(
      JdbcClient jdbc, InstantSource clock, Doorbell doorbell, Supplier<Set<String>> reconcilers) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.doorbell = doorbell;
    this.reconcilers = reconcilers;
  }

  @Override
  public void wake(String reconciler, String owner) {
    if (owner.isBlank() || owner.length() > LONGEST_OWNER) {
      throw new IllegalArgumentException("an owner's id has 1 to 100 characters: " + owner);
    }
    if (!reconcilers.get().contains(reconciler)) {
      throw new IllegalArgumentException("there is no reconciler " + reconciler);
    }
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("wake belongs to a transaction, and there is none");
    }
    pending().add(new Target(reconciler, owner));
  }

  private Pending pending() {
    for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
      if (synchronization instanceof Pending pending && pending.belongsTo(this)) {
        return pending;
      }
    }
    var pending = new Pending();
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  private void write(Target target) {
    jdbc.sql(
            """
            insert into scheduled_tasks
              (task_name, task_instance, execution_time, picked, version, wakes)
            values (:reconciler, :owner, :now, false, 1, 1)
            on conflict (task_name, task_instance) do update set
              wakes = scheduled_tasks.wakes + 1,
              execution_time = case when scheduled_tasks.picked then scheduled_tasks.execution_time
                else least(scheduled_tasks.execution_time, excluded.execution_time) end
            """)
        .param("reconciler", target.reconciler())
        .param("owner", target.owner())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The wakes of one transaction. */
  private final class Pending implements TransactionSynchronization {
    private final Set<Target> targets =
        new TreeSet<>(Comparator.comparing(Target::reconciler).thenComparing(Target::owner));
    private boolean written;

    private boolean belongsTo(JdbcWakes wakes) {
      return JdbcWakes.this == wakes;
    }

    private void add(Target target) {
      if (written) {
        write(target);
      } else {
        targets.add(target);
      }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      written = true;
      targets.forEach(JdbcWakes.this::write);
    }

    @Override
    public void afterCommit() {
      doorbell.ring();
    }
  }
}
