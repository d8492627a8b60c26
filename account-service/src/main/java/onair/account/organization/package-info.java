/** Whose resources they are: an organization, and who the caller is within it. */
@NullMarked
package onair.account.organization;

import org.jspecify.annotations.NullMarked;
