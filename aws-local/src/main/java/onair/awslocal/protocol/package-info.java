/**
 * Speaks AWS's wire protocols for any service whose SDK client interface a backend implements.
 * Routes and the place of each field come from the SDK's own types, constraints and error codes
 * from the official API models. Begin with {@link onair.awslocal.protocol.AwsProtocol}.
 */
@NullMarked
package onair.awslocal.protocol;

import org.jspecify.annotations.NullMarked;
