package onair.awslocal.servicequotas;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.life.Transition;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;

/** Requests for more: PENDING, and APPROVED after a while, when the quota has its new value. */
final class Requests {

  private static final Transition GRANTING =
      new Transition(
          "servicequotas.request.granting", Duration.ofSeconds(1), Duration.ofMinutes(5));

  private final Table<RequestRow> table;
  private final Lifecycle life;
  private final Profile profile;
  private final AppliedQuotas quotas;
  private final ReentrantLock lock = new ReentrantLock();

  Requests(StateStore store, Lifecycle life, Profile profile, AppliedQuotas quotas) {
    this.table = store.table("servicequotas-requests", Codecs.json(RequestRow.class));
    this.life = life;
    this.profile = profile;
    this.quotas = quotas;
  }

  RequestRow open(Scope scope, Quota quota, double value) {
    lock.lock();
    try {
      if (value <= quotas.value(scope, quota)) {
        throw Refusals.notMore();
      }
      if (in(scope).stream().anyMatch(row -> row.isOpen() && row.quota() == quota)) {
        throw Refusals.alreadyOpen();
      }
      Instant now = life.now();
      String id = UUID.randomUUID().toString().replace("-", "") + "aws00000";
      RequestRow row =
          new RequestRow(scope, id, quota, value, now, now, now.plus(profile.of(GRANTING)));
      table.put(id, row);
      schedule(row);
      return row;
    } finally {
      lock.unlock();
    }
  }

  RequestRow get(Scope scope, String id) {
    return table
        .get(id)
        .filter(row -> row.scope().equals(scope))
        .orElseThrow(() -> Refusals.noRequest(id));
  }

  List<RequestRow> in(Scope scope) {
    return table.list().stream().filter(row -> row.scope().equals(scope)).toList();
  }

  /** Goes on where a former process ended. */
  void resume() {
    table.list().forEach(this::schedule);
  }

  private void schedule(RequestRow row) {
    Instant due = row.due();
    if (due != null) {
      life.at(due, "grant quota request " + row.id(), () -> grant(row));
    }
  }

  /** The quota first: a row that says it is granted is never wrong. */
  private void grant(RequestRow row) {
    quotas.set(row.scope(), row.quota(), row.value());
    table.update(row.id(), current -> current.granted(life.now()));
  }
}
