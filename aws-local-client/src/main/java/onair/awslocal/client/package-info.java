/**
 * What {@code aws-local} does that AWS does not: a clock that can be moved, faults on demand, a
 * ledger of what would have been billed, snapshots. Begin with {@link
 * onair.awslocal.client.AwsLocalControl}. Needs nothing of {@code aws-local} itself.
 */
@NullMarked
package onair.awslocal.client;

import org.jspecify.annotations.NullMarked;
