/** A piece of a service. */
@NullMarked
package onair.account.example;

import org.jspecify.annotations.NullMarked;
