/** A piece of common that knows a service. */
@NullMarked
package onair.common.example;

import org.jspecify.annotations.NullMarked;
