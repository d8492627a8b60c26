package onair.channel.live;

import java.util.function.Supplier;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says that its work is done before it is, when the mutant of the moment is that. */
record HastyReconciler(ChannelReconciler real, Supplier<Mutant> mutant, Supplier<JdbcClient> jdbc)
    implements Reconciler {

  @Override
  public String name() {
    return real.name();
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    if (mutant.get() != Mutant.ACKNOWLEDGED_BEFORE_COMMIT) {
      return real.reconcile(owner, lease);
    }
    mark(owner, false);
    Outcome outcome = real.reconcile(owner, lease);
    mark(owner, true);
    return outcome;
  }

  private void mark(String owner, boolean working) {
    jdbc.get()
        .sql(
            """
            update scheduled_tasks
            set picked = :working, execution_time = execution_time + case when :working
              then interval '-1 day' else interval '1 day' end
            where task_name = :name and task_instance = :owner
            """)
        .param("working", working)
        .param("name", name())
        .param("owner", owner)
        .update();
  }
}
