/** The time as the database keeps it. */
@NullMarked
package onair.common.time;

import org.jspecify.annotations.NullMarked;
