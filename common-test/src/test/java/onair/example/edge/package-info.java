/** An AWS service known outside of its edge. */
@NullMarked
package onair.example.edge;

import org.jspecify.annotations.NullMarked;
