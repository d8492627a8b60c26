/**
 * How much of AWS's quotas is left: limits as Service Quotas tells them and what others in the
 * account hold, read once a minute, so that a plan or a start does not wait for AWS. What this
 * installation itself holds is counted from the database when it is asked. Start at {@link
 * onair.channel.quota.Quota}.
 */
@NullMarked
package onair.channel.quota;

import org.jspecify.annotations.NullMarked;
