/**
 * How much of everything an account may have: AWS's quotas with their codes and defaults, and the
 * values set for an account. Services ask {@link onair.awslocal.quota.AppliedQuotas} before they
 * make one more of something, and word the refusal themselves. Knows no service.
 */
@NullMarked
package onair.awslocal.quota;

import org.jspecify.annotations.NullMarked;
