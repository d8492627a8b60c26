/**
 * AWS Signature Version 4, as every service checks it. Begin with {@link
 * onair.awslocal.signature.Signatures}. A leaf: knows neither HTTP server nor service.
 */
@NullMarked
package onair.awslocal.signature;

import org.jspecify.annotations.NullMarked;
