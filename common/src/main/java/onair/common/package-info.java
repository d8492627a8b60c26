/** The root of what every service shares. */
@NullMarked
package onair.common;

import org.jspecify.annotations.NullMarked;
