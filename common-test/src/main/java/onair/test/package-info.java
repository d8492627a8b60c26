/** Real parts for tests. */
@NullMarked
package onair.test;

import org.jspecify.annotations.NullMarked;
