/**
 * The same calls to {@code aws-local} and to a peer that others wrote, and the same answers. What
 * the two do not agree on is told in the test, with the reason.
 */
@NullMarked
package onair.awslocal.conformance;

import org.jspecify.annotations.NullMarked;
