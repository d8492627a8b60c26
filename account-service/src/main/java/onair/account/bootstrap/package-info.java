/**
 * The first organization, its owner and its first key, so that a new installation can be used at
 * all.
 */
@NullMarked
package onair.account.bootstrap;

import org.jspecify.annotations.NullMarked;
