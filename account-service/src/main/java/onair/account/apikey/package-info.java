/** Keys for programs: made once, shown once, kept as a hash, asked about by the gateway. */
@NullMarked
package onair.account.apikey;

import org.jspecify.annotations.NullMarked;
