/** Collaborators of the protocol that do it wrong, for the tests of channels. */
@NullMarked
package onair.common.reconcile;

import org.jspecify.annotations.NullMarked;
