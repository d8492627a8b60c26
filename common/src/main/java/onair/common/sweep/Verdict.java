package onair.common.sweep;

import onair.common.reconcile.Idempotency;
import onair.common.reconcile.ResourceRow;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import org.jspecify.annotations.Nullable;

/** Whose a listed resource is that carries the installation's tags. */
enum Verdict {
  /** It is the one its row knows. */
  OWN,
  /** Its row is finding out, and takes it in or removes it by itself. */
  UNSETTLED,
  /** No row knows it and none will. */
  ORPHAN;

  /**
   * Decides; pure.
   *
   * @param row of what it was made for, read after it was listed; absent when there is none
   */
  static Verdict of(String physicalId, @Nullable ResourceRow row, Idempotency idempotency) {
    if (row == null) {
      return ORPHAN;
    }
    if (physicalId.equals(row.physicalId())) {
      return OWN;
    }
    if (row.create() == Create.UNKNOWN || row.doubtUntil() != null) {
      return UNSETTLED;
    }
    // A create about to be sent is refused because of the name, and then takes it in.
    boolean meetsIt =
        row.create() == Create.NONE
            && row.desired() == Desired.PRESENT
            && idempotency instanceof Idempotency.NaturalName;
    return meetsIt ? UNSETTLED : ORPHAN;
  }
}
