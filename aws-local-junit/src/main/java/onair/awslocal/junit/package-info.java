/**
 * An {@code aws-local} of its own for each test class. Begin with {@link
 * onair.awslocal.junit.WithAwsLocal}.
 */
@NullMarked
package onair.awslocal.junit;

import org.jspecify.annotations.NullMarked;
