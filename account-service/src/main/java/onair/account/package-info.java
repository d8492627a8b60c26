/** Organizations, members and API keys. */
@NullMarked
package onair.account;

import org.jspecify.annotations.NullMarked;
