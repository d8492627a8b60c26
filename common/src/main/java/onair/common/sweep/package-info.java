/**
 * Finds what is in AWS under an installation's tags and belongs to nobody, and removes it: what a
 * lost database, a mistake or somebody in the console left behind. The protocol of {@code
 * onair.common.reconcile} leaves nothing of that kind by itself; this is the net below it.
 *
 * <ol>
 *   <li>{@code Sweep} lists every kind, each with all its pages, and only then reads the rows: what
 *       was made has had its row since before AWS was asked for it.
 *   <li>Without the installation's tag it is somebody else's and is not looked at. With a row that
 *       knows it, or one that is still finding out, it is ours. {@link onair.common.sweep.Verdict}
 *       decides.
 *   <li>The rest is an {@link onair.common.sweep.Orphan}: told at once, removed when it is still
 *       there after the grace.
 *   <li>Before that its owner's lease is taken and the row read once more, and from then on no run
 *       of that owner takes the orphan in: so nothing is removed that anybody uses.
 *   <li>{@code OrphanRemoval} deletes it as any unwanted resource is deleted, until AWS does not
 *       show it any more.
 * </ol>
 *
 * <p>Needs the table {@code orphan}, as the channel service's {@code V137__orphan_and_drift.sql}
 * makes it.
 */
@NullMarked
package onair.common.sweep;

import org.jspecify.annotations.NullMarked;
