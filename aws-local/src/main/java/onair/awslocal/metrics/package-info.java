/**
 * What the local services count. CloudWatch is not among them, so the counters are read at {@code
 * GET /_aws-local/metrics}.
 */
@NullMarked
package onair.awslocal.metrics;

import org.jspecify.annotations.NullMarked;
