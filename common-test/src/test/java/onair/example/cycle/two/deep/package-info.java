/** The other half of a cycle, deeper down. */
@NullMarked
package onair.example.cycle.two.deep;

import org.jspecify.annotations.NullMarked;
