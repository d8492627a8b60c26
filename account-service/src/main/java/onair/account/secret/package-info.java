/** Secrets nobody has to remember, and what is kept of them. */
@NullMarked
package onair.account.secret;

import org.jspecify.annotations.NullMarked;
