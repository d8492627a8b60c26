/** A public type nobody uses. */
@NullMarked
package onair.example.visibility;

import org.jspecify.annotations.NullMarked;
