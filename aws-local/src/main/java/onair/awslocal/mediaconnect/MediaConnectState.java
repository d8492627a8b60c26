package onair.awslocal.mediaconnect;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconnect.model.Flow;

/**
 * All flows. Whoever changes one does it {@link #exclusively}, which also keeps the media plane in
 * step.
 */
final class MediaConnectState {

  private static final int STRIPES = 16;

  private final Table<FlowRow> table;
  private final ReentrantLock claims = new ReentrantLock();
  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  MediaConnectState(StateStore store) {
    this.table =
        store.table("mediaconnect-flows", SdkRows.codec(FlowRow.class, List.of(Flow.class)));
  }

  /** Lets the ledger write down what happens to flows. */
  void record(Ledger ledger) {
    ledger.watch(
        table, "mediaconnect", "flow", FlowRow::arn, row -> row.resource().statusAsString());
  }

  /** By ARN alone, for steps that run outside a call. */
  Optional<FlowRow> find(String arn) {
    return table.get(arn);
  }

  /** 404 when the scope has none. */
  FlowRow get(Scope scope, @Nullable String arn) {
    return Optional.ofNullable(arn)
        .flatMap(table::get)
        .filter(row -> row.scope().equals(scope))
        .orElseThrow(() -> Refusals.notFound(String.valueOf(arn)));
  }

  List<FlowRow> all() {
    return table.list();
  }

  List<FlowRow> in(Scope scope) {
    return table.list().stream().filter(row -> row.scope().equals(scope)).toList();
  }

  void add(FlowRow row) {
    table.put(row.arn(), row);
  }

  /** Atomic; empty when the flow is gone. */
  Optional<FlowRow> update(String arn, UnaryOperator<FlowRow> change) {
    return table.update(arn, change);
  }

  void remove(String arn) {
    table.remove(arn);
  }

  /**
   * As {@link #exclusively}, for what asks for ports or counts flows: no other flow changes what it
   * has meanwhile.
   */
  <T> T claiming(String arn, Supplier<T> action) {
    claims.lock();
    try {
      return exclusively(arn, action);
    } finally {
      claims.unlock();
    }
  }

  /** One at a time per flow. Events of the media plane never wait for this. */
  <T> T exclusively(String arn, Supplier<T> action) {
    ReentrantLock lock = locks[Math.floorMod(arn.hashCode(), STRIPES)];
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
