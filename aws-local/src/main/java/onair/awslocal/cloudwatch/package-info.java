/**
 * Amazon CloudWatch on this machine, of which there are metrics: what the local services measure,
 * and what callers put. {@link onair.awslocal.cloudwatch.LocalCloudWatch} lists the operations; the
 * values are in {@code onair.awslocal.metrics}.
 */
@NullMarked
package onair.awslocal.cloudwatch;

import org.jspecify.annotations.NullMarked;
