/** The only door to the platform. */
@NullMarked
package onair.gateway;

import org.jspecify.annotations.NullMarked;
