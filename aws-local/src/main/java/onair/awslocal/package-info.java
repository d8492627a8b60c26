/** AWS on your machine. */
@NullMarked
package onair.awslocal;

import org.jspecify.annotations.NullMarked;
