/**
 * AWS Service Quotas on this machine: what there may be of everything in an account, its defaults,
 * and requests for more, all of which are granted after a while. {@link
 * onair.awslocal.servicequotas.LocalServiceQuotas} lists the operations; the quotas themselves are
 * in {@code onair.awslocal.quota}.
 */
@NullMarked
package onair.awslocal.servicequotas;

import org.jspecify.annotations.NullMarked;
