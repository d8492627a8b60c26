/** What may be done: every scope there is, and the scopes of each role. One table for both. */
@NullMarked
package onair.account.permission;

import org.jspecify.annotations.NullMarked;
