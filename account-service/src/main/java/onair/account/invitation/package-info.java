/**
 * How somebody becomes a member: an invitation with a role and a token that is told once, good for
 * some days and for one person. Whoever accepts it chooses a password or signs in at a provider.
 */
@NullMarked
package onair.account.invitation;

import org.jspecify.annotations.NullMarked;
