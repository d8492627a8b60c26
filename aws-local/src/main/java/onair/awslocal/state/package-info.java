/**
 * Keeps what the local AWS services remember, in memory for speed and on disk for the next start.
 * Begin with {@link onair.awslocal.state.StateStore}.
 */
@NullMarked
package onair.awslocal.state;

import org.jspecify.annotations.NullMarked;
