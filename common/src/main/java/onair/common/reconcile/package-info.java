/**
 * Keeps what exists in AWS equal to what is wanted, and never loses sight of a billable resource.
 *
 * <ol>
 *   <li>One row per resource says what is wanted and what is known. It is there before AWS is asked
 *       and until it is certain that nothing exists or can appear; then it stays as a tombstone, so
 *       that no generation and no token is used twice.
 *   <li>Intent (generation, token, UNKNOWN, doubt until now + settle) is committed; then one create
 *       with token, name and tags; then its id is recorded and the doubt taken back.
 *   <li>Whoever finds UNKNOWN resolves it by the kind's {@link Idempotency}: repeats the token,
 *       looks the name up, or lists until settle is over; adopts the oldest copy, deletes the
 *       others.
 *   <li>Delete: asked and accepted are recorded, the id must be gone. Without doubt that is final
 *       at once; with doubt, only when a listing after it is empty.
 *   <li>Each run holds a lease with a fence; each commit checks it; a call is not sent long after
 *       its commit. A later run takes the lease over and the old one can write nothing more.
 * </ol>
 *
 * <p>Read on: {@link ResourceDecision} decides the next step, {@link Resources} and {@code
 * ResourceRun} do it, {@link ReconcileLoop} says when owners run, {@link ExternalResource} is what
 * an AWS edge implements. {@code SimulationTest} in common-test shows what the protocol survives.
 */
@NullMarked
package onair.common.reconcile;

import org.jspecify.annotations.NullMarked;
