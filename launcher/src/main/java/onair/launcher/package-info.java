/** Starts the whole platform on one machine. */
@NullMarked
package onair.launcher;

import org.jspecify.annotations.NullMarked;
