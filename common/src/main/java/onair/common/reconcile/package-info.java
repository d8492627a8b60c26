/**
 * Keeps what exists in AWS equal to what is wanted, and never loses sight of a billable resource.
 *
 * <p>One row per external resource says what is wanted and what was last known. The order is fixed:
 * the intent (token, outcome UNKNOWN) is committed first; the create carries token, deterministic
 * name and tags; the id is recorded after. A crash or a lost answer in between leaves UNKNOWN,
 * which the next run resolves by the kind's {@link onair.common.reconcile.Idempotency}: repeat with
 * the same token, look the name up, or wait until no late effect is possible, list, adopt the
 * oldest and delete the rest. Deleting keeps the row until AWS says the resource is gone, and until
 * a listing is empty whenever any call's answer had been lost.
 *
 * <p>Read on: {@link onair.common.reconcile.ResourceDecision} (what is done next, a pure function),
 * {@link onair.common.reconcile.Resources} (does it, one committed step at a time), {@link
 * onair.common.reconcile.ReconcileLoop} (when owners run, who holds the lease), {@link
 * onair.common.reconcile.ExternalResource} (what an AWS edge implements).
 */
@NullMarked
package onair.common.reconcile;

import org.jspecify.annotations.NullMarked;
