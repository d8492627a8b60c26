/**
 * Constraints on request bodies that several services share; each says in words of ours what is
 * wrong.
 */
@NullMarked
package onair.common.constraint;

import org.jspecify.annotations.NullMarked;
