/** Something injected into a field. */
@NullMarked
package onair.example.injection;

import org.jspecify.annotations.NullMarked;
