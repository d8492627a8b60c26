/**
 * How every failure is told to a caller: one exception, {@link onair.common.problem.Problem}, and
 * its RFC 9457 body.
 *
 * <p>Services throw problems from factories of their own; nothing but this package writes an error
 * body.
 */
@NullMarked
package onair.common.problem;

import org.jspecify.annotations.NullMarked;
