/** The dashboard's built files, which the module {@code dashboard} puts on the classpath. */
@NullMarked
package onair.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
