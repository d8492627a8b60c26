package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import onair.common.reconcile.ResourceRow.Desired;

/**
 * One run's view of one resource: the row as last committed, the facts learned, the way to both.
 */
final class RunState<O> {
  private final Resources.Tools tools;
  private final Lease lease;
  private final ExternalResource<?, O> edge;
  private ResourceRow row;
  private Facts<O> facts = Facts.none();

  RunState(Resources.Tools tools, Lease lease, ExternalResource<?, O> edge, ResourceRow row) {
    this.tools = tools;
    this.lease = lease;
    this.edge = edge;
    this.row = row;
  }

  ExternalResource<?, O> edge() {
    return edge;
  }

  ResourceRow row() {
    return row;
  }

  Facts<O> facts() {
    return facts;
  }

  void learned(Facts<O> newFacts) {
    facts = newFacts;
  }

  ReconcileProperties patience() {
    return tools.patience();
  }

  /** As AWS is to know the resource in its present generation. */
  Identity identity() {
    return tools.identities().of(row);
  }

  /** As precise as PostgreSQL stores it, so that a stored moment equals the same one in memory. */
  Instant now() {
    return tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  Instant deadline(Desired wanted) {
    return now().plus(longest(wanted));
  }

  private Duration longest(Desired wanted) {
    return wanted == Desired.PRESENT ? patience().createDeadline() : patience().deleteDeadline();
  }

  /** Commits; the process may die on either side. */
  void save(RowEditor edit, String point) {
    var changed = edit.row();
    CrashPoint.hit("resource." + point + ".before");
    tools.store().save(lease, changed);
    row = changed;
    CrashPoint.hit("resource." + point + ".after");
  }

  void saveIfChanged(RowEditor edit, String point) {
    if (!edit.row().equals(row)) {
      save(edit, point);
    }
  }

  /**
   * A process may be held up between its commit and its call. After a third of the settle time the
   * call could take effect when others already believe that nothing can come any more.
   */
  boolean tooLate(Instant committed) {
    return now().isAfter(committed.plus(patience().settle().dividedBy(3)));
  }

  /** Copies that are being removed as nobody's. */
  Set<String> condemned() {
    return tools.condemned().of(row.key());
  }

  /** What an exception of the edge means. */
  CallFailure read(RuntimeException thrown) {
    return tools.failures().read(thrown);
  }
}
