/**
 * {@code aws-local} as a container of a test. Begin with {@link
 * onair.awslocal.testcontainers.AwsLocalContainer}.
 */
@NullMarked
package onair.awslocal.testcontainers;

import org.jspecify.annotations.NullMarked;
