/**
 * Amazon CloudFront's control plane: distributions, origin access controls, policies, public keys
 * and key groups, invalidations and tags, with CloudFront's rules about versions and about what may
 * be removed; functions as states only. What is deployed goes to {@code onair.awslocal.edge}. Begin
 * with {@link onair.awslocal.cloudfront.LocalCloudFront}.
 */
@NullMarked
package onair.awslocal.cloudfront;

import org.jspecify.annotations.NullMarked;
