/**
 * The whole platform as a user meets it: real processes, real PostgreSQL, a real encoder pushing,
 * real players decoding. {@link onair.endtoend.OnAir} starts it once for all scenarios.
 */
@NullMarked
package onair.endtoend;

import org.jspecify.annotations.NullMarked;
