/** Half of a cycle. */
@NullMarked
package onair.example.cycle.one;

import org.jspecify.annotations.NullMarked;
