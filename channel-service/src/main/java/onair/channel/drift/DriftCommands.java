package onair.channel.drift;

import java.time.InstantSource;
import java.util.Objects;
import onair.channel.drift.Drift.Status;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what is to become of drift, in one transaction with a wake of who does it. */
final class DriftCommands {

  private final DriftStore store;
  private final String reconciler;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  /**
   * @param reconciler of the owners whose resources drift
   */
  DriftCommands(
      DriftStore store,
      String reconciler,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.store = store;
    this.reconciler = reconciler;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  Drift find(String organizationId, String id) {
    return store.find(organizationId, id).orElseThrow(() -> Problems.notFound("drift", id));
  }

  /** Said again, it changes nothing. */
  Drift decide(String organizationId, String id, Status wish) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Drift drift =
                  store.lock(organizationId, id).orElseThrow(() -> Problems.notFound("drift", id));
              if (!drift.status().present()) {
                throw over(drift);
              }
              if (drift.status() == wish) {
                return drift;
              }
              Drift decided = drift.is(wish, null, Times.now(clock));
              store.save(decided);
              if (wish == Status.REPAIRING) {
                wakes.wake(reconciler, drift.key().owner());
              }
              return decided;
            }));
  }

  private static Problem over(Drift drift) {
    return Problem.of(409, "status_conflict", "The drift's status does not allow this")
        .detail("The setting is as wanted again; there is nothing to decide.")
        .with("current_status", drift.status().word());
  }
}
