/**
 * What the local services measure, as time series named as CloudWatch names them. Services add what
 * they count and are sampled for the rest; CloudWatch and the control door's {@code
 * /_aws-local/metrics} read it. Begin with {@link onair.awslocal.metrics.Metrics}.
 */
@NullMarked
package onair.awslocal.metrics;

import org.jspecify.annotations.NullMarked;
